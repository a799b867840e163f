import { CONDITIONS, type Condition, SEVERITIES, type Severity } from '../vocabulary/conditions.js';
import type { ScreenResult } from './screen-result.js';

/** A condition that answers indicate, or that a professional stated. Never a diagnosis. */
export interface FoundCondition {
  readonly condition: Condition;
  /** Absent if only a short screen was positive. */
  readonly severity?: Severity;
  /** `professional` takes precedence over `screen`; `family-report`: named in the family check-in, not screened. */
  readonly basis: 'professional' | 'screen' | 'family-report';
  /** Ids of the instruments that indicate it. */
  readonly instruments: readonly string[];
  /** Whether a match requires programs to treat it. */
  readonly matched: boolean;
}

/**
 * The conditions of one person. What a professional states takes precedence; otherwise the highest severity that a
 * screen indicates. `reported` are conditions that a family member only named. Programs are required to treat tobacco
 * use only if it is the one condition: otherwise almost no program would be left.
 */
export function findConditions(
  screens: readonly ScreenResult[],
  stated: readonly { readonly condition: Condition; readonly severity?: Severity }[],
  reported: readonly Condition[],
): FoundCondition[] {
  const found = CONDITIONS.flatMap((condition): Omit<FoundCondition, 'matched'>[] => {
    const pointing = screens.flatMap(({ instrument, scales }) =>
      scales
        .filter((scale) => scale.condition === condition && scale.positive === true)
        .map(({ severity }) => ({ instrument: instrument.id, severity })),
    );
    const instruments = [...new Set(pointing.map(({ instrument }) => instrument))];
    const professional = stated.find((one) => one.condition === condition);
    if (professional) return [{ ...professional, basis: 'professional', instruments }];
    if (pointing.length > 0) {
      const severity = [...SEVERITIES]
        .reverse()
        .find((one) => pointing.some((each) => each.severity === one));
      return [{ condition, ...(severity ? { severity } : {}), basis: 'screen', instruments }];
    }
    return reported.includes(condition)
      ? [{ condition, basis: 'family-report', instruments: ['cso-checkin'] }]
      : [];
  });
  const others = found.some(({ condition }) => condition !== 'nicotine');
  return found.map((one) => ({
    ...one,
    matched: one.condition !== 'nicotine' || one.basis === 'professional' || !others,
  }));
}
