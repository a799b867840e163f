import type { ConstraintCode, CriterionCode } from '../codes.js';
import { acceptableLevels, EMPTY_NEED, type Need, needsOpioidMedication } from '../need.js';
import type { ColumnName } from './program-columns.js';

/** What a rule reads, so that it is judged once for all programs that are alike to it. */
export interface RuleReading {
  /**
   * The facts; `place`: the distance, and `reach`; `wishes`: what each wish asks for; `whole`: too much to find two
   * programs alike.
   */
  readonly of: ColumnName | 'place' | 'wishes' | 'whole';
  /** Fields of a need that move what it says. Two needs that differ elsewhere share its answers. */
  readonly asks: readonly (keyof Need)[] | 'everything';
  /**
   * The question in words of the vocabularies alone, where it can be put so: then its answers are kept for whoever asks
   * the same (see `sharedAnswers`).
   */
  readonly words?: (need: Need) => string | undefined;
  /** What is kept of a need with such a question, where a field that the rule asks holds more than the question does. */
  readonly keeps?: (need: Need) => Partial<Need>;
  /** It knows programs or organizations by name: those that a need names are judged one by one. */
  readonly byName?: true;
}

const LEVELS = ['statedLevels', 'assessedLevels', 'acceptedLevels', 'levelFloor'] as const;
const OPIOID_MEDICATION = ['conditions', 'overlays'] as const;

export const CONSTRAINT_READING: Readonly<Record<ConstraintCode, RuleReading>> = {
  suitable_approach: {
    of: 'suitability',
    asks: ['conditions'],
    words: ({ conditions }) => joined(conditions.map(({ condition }) => condition)),
  },
  withdrawal_cover: { of: 'withdrawal', asks: ['conditions'] },
  pregnancy_care: { of: 'groups', asks: [], words: () => '' },
  co_occurring_care: { of: 'coOccurring', asks: ['careNeeds'] },
  offers_medication: {
    of: 'opioidMedication',
    asks: ['medications', ...OPIOID_MEDICATION],
    words: (need) => `${needsOpioidMedication(need)} ${joined(need.medications)}`,
  },
  medication_continuity: {
    of: 'medications',
    asks: ['currentMedications'],
    words: ({ currentMedications }) => joined(currentMedications),
  },
  treats_condition: {
    of: 'conditions',
    asks: ['conditions'],
    words: ({ conditions }) => joined(conditions.map(({ condition }) => condition)),
  },
  level_floor: { of: 'levels', asks: ['levelFloor'], words: ({ levelFloor }) => levelFloor },
  level_of_care: {
    of: 'levels',
    asks: [...LEVELS, 'overlays'],
    words: (need) => `${levelsIn(need)} ${need.overlays.includes('housing')}`,
  },
  within_distance: {
    of: 'place',
    asks: ['place', 'maxDistanceMeters', 'modalities', 'state', ...OPIOID_MEDICATION],
  },
  modality: { of: 'reach', asks: ['modalities'] },
  can_keep_working: {
    of: 'work',
    asks: [...LEVELS, 'workHours', 'timeZone', 'modalities', ...OPIOID_MEDICATION],
    words: (need) => hoursIn(need) && `${levelsIn(need)} ${need.levelFloor} ${hoursIn(need)}`,
  },
  cares_while_parenting: { of: 'services', asks: [] },
  payment: { of: 'payment', asks: ['payers', 'maxCost'], words: payersIn },
  age: { of: 'age', asks: ['age'] },
  gender: { of: 'people', asks: ['gender'], words: ({ gender }) => gender },
  language: { of: 'languages', asks: ['languages'], words: ({ languages }) => joined(languages ?? []) },
  population: { of: 'groups', asks: ['mustServe'], words: ({ mustServe }) => joined(mustServe) },
  starts_within: { of: 'start', asks: ['startsWithinDays'] },
  accessible: { of: 'accessibility', asks: ['accessibility'] },
  not_excluded: { of: 'delivery', asks: ['exclude'], byName: true },
  not_a_repeat: { of: 'start', asks: ['history'], byName: true },
  safe_to_invite: { of: 'family', asks: ['role', 'familySafety'] },
};

/** What reaching a client by telehealth reads. */
export const TELEHEALTH_READING: RuleReading = {
  of: 'reach',
  asks: ['modalities', 'state'],
  words: ({ modalities, state }) => `${joined(modalities ?? ['any'])} ${state}`,
};

export const CRITERION_READING: Readonly<Record<CriterionCode, RuleReading>> = {
  evidence: {
    of: 'delivery',
    asks: ['conditions', 'preferences'],
    words: ({ conditions, preferences: { goal } }) =>
      `${joined(conditions.map(({ condition, severity }) => `${condition} ${severity}`))} ${goal}`,
    keeps: ({ preferences: { goal } }) => ({ preferences: { ...EMPTY_NEED.preferences, goal } }),
  },
  level_of_care_fit: { of: 'levels', asks: LEVELS, words: levelsIn },
  cost: { of: 'payment', asks: ['payers', 'maxCost'], words: payersIn },
  distance: {
    of: 'place',
    asks: ['place', 'maxDistanceMeters', 'modalities', 'state', 'preferences', ...OPIOID_MEDICATION],
  },
  access_speed: { of: 'start', asks: [], words: () => '' },
  schedule_fit: {
    of: 'work',
    asks: ['workHours', 'timeZone', 'modalities', ...OPIOID_MEDICATION],
    words: hoursIn,
  },
  preferences: { of: 'wishes', asks: 'everything' },
  engagement: { of: 'engagement', asks: ['role', 'readiness'] },
  continuity: { of: 'continuity', asks: ['history', 'conditions'], words: () => '' },
  trust: { of: 'record', asks: [], words: () => '' },
};

/** What a criterion reads for a need. Where a client was somewhere before, every program is compared with that one. */
export function readingOf(code: CriterionCode, need: Need): RuleReading {
  const reading = CRITERION_READING[code];
  return code === 'continuity' && need.history.length > 0 ? { of: 'whole', asks: reading.asks } : reading;
}

/** Whether two needs are alike in all that a rule asks of them. */
export function asksAlike({ asks }: RuleReading, a: Need, b: Need): boolean {
  return asks !== 'everything' && asks.every((field) => a[field] === b[field]);
}

/** A need of which nothing is known but what a rule asks. */
export function onlyAsked(need: Need, { asks, keeps }: RuleReading): Need {
  if (asks === 'everything') return need;
  const asked = Object.fromEntries(asks.map((field) => [field, need[field]]));
  return { ...EMPTY_NEED, ...asked, ...keeps?.(need) };
}

function joined(codes: readonly string[]): string {
  return codes.join();
}

function levelsIn(need: Need): string {
  return joined(acceptableLevels(need) ?? ['any']);
}

/** A budget is a number of the client's. */
function payersIn({ payers, maxCost }: Need): string | undefined {
  return maxCost ? undefined : joined(payers ?? ['any']);
}

/** Hours that a client told are the client's own; those that the policy assumes are nobody's. */
function hoursIn(need: Need): string | undefined {
  if (need.workHours) return undefined;
  const modalities = joined(need.modalities ?? ['any']);
  return `${need.timeZone?.name} ${modalities} ${needsOpioidMedication(need)}`;
}
