/** What a person may need treatment for. Tobacco and nicotine are one condition. */
export const CONDITIONS = ['alcohol', 'opioid', 'stimulant', 'cannabis', 'sedative', 'nicotine'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** What a program says it treats: one condition, or `any` substance use disorder (except nicotine). */
export const TREATED_CONDITIONS = ['any', ...CONDITIONS] as const;
export type TreatedCondition = (typeof TREATED_CONDITIONS)[number];

export const SEVERITIES = ['mild', 'moderate', 'severe'] as const;
export type Severity = (typeof SEVERITIES)[number];
