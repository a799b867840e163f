import type { ConstraintCode, CriterionCode } from '../codes.js';
import { acceptableLevels, EMPTY_NEED, type Need, needsOpioidMedication } from '../need.js';
import type { ColumnName } from './program-columns.js';

/** What a rule reads. It is judged once for all programs that share an entry of the column it reads. */
export interface RuleDependencies {
  /**
   * The column of the facts; `place`: the distance, and `reach`; `wishes`: the column of each wish; `whole`: all facts,
   * which hardly two programs share.
   */
  readonly column: ColumnName | 'place' | 'wishes' | 'whole';
  /** Fields of a need that it reads. Two needs that differ in other fields only share its results. */
  readonly need: readonly (keyof Need)[] | 'everything';
  /**
   * The need in codes of the vocabularies alone, where it can be said so: then results are cached for every need with
   * this key (see `cachedResults`).
   */
  readonly cacheKey?: (need: Need) => string | undefined;
  /** The need that is kept with cached results, where a field that the rule reads holds more than the key. */
  readonly cachedNeed?: (need: Need) => Partial<Need>;
  /** It reads id and organization: programs that a need names are judged one by one. */
  readonly byName?: true;
}

const LEVELS = ['statedLevels', 'assessedLevels', 'acceptedLevels', 'levelFloor'] as const;
const OPIOID_MEDICATION = ['conditions', 'overlays'] as const;

export const CONSTRAINT_DEPENDENCIES: Readonly<Record<ConstraintCode, RuleDependencies>> = {
  suitable_approach: {
    column: 'suitability',
    need: ['conditions'],
    cacheKey: ({ conditions }) => joined(conditions.map(({ condition }) => condition)),
  },
  withdrawal_cover: { column: 'withdrawal', need: ['conditions'] },
  pregnancy_care: { column: 'groups', need: [], cacheKey: () => '' },
  co_occurring_care: { column: 'coOccurring', need: ['careNeeds'] },
  offers_medication: {
    column: 'opioidMedication',
    need: ['medications', ...OPIOID_MEDICATION],
    cacheKey: (need) => `${needsOpioidMedication(need)} ${joined(need.medications)}`,
  },
  medication_continuity: {
    column: 'medications',
    need: ['currentMedications'],
    cacheKey: ({ currentMedications }) => joined(currentMedications),
  },
  treats_condition: {
    column: 'conditions',
    need: ['conditions'],
    cacheKey: ({ conditions }) => joined(conditions.map(({ condition }) => condition)),
  },
  level_floor: { column: 'levels', need: ['levelFloor'], cacheKey: ({ levelFloor }) => levelFloor },
  level_of_care: {
    column: 'levels',
    need: [...LEVELS, 'overlays'],
    cacheKey: (need) => `${levelsIn(need)} ${need.overlays.includes('housing')}`,
  },
  within_distance: {
    column: 'place',
    need: ['place', 'maxDistanceMeters', 'modalities', 'state', ...OPIOID_MEDICATION],
  },
  modality: { column: 'reach', need: ['modalities'] },
  can_keep_working: {
    column: 'work',
    need: [...LEVELS, 'workHours', 'timeZone', 'modalities', ...OPIOID_MEDICATION],
    cacheKey: (need) => hoursIn(need) && `${levelsIn(need)} ${need.levelFloor} ${hoursIn(need)}`,
  },
  cares_while_parenting: { column: 'services', need: [] },
  payment: { column: 'payment', need: ['payers', 'maxCost'], cacheKey: payersIn },
  age: { column: 'age', need: ['age'] },
  gender: { column: 'people', need: ['gender'], cacheKey: ({ gender }) => gender },
  language: {
    column: 'languages',
    need: ['languages'],
    cacheKey: ({ languages }) => joined(languages ?? []),
  },
  population: { column: 'groups', need: ['mustServe'], cacheKey: ({ mustServe }) => joined(mustServe) },
  starts_within: { column: 'start', need: ['startsWithinDays'] },
  accessible: { column: 'accessibility', need: ['accessibility'] },
  not_excluded: { column: 'delivery', need: ['exclude'], byName: true },
  not_a_repeat: { column: 'start', need: ['history'], byName: true },
  safe_to_invite: { column: 'family', need: ['role', 'familySafety'] },
};

/** What `reachesByTelehealth` reads. */
export const TELEHEALTH_DEPENDENCIES: RuleDependencies = {
  column: 'reach',
  need: ['modalities', 'state'],
  cacheKey: ({ modalities, state }) => `${joined(modalities ?? ['any'])} ${state}`,
};

export const CRITERION_DEPENDENCIES: Readonly<Record<CriterionCode, RuleDependencies>> = {
  evidence: {
    column: 'delivery',
    need: ['conditions', 'preferences'],
    cacheKey: ({ conditions, preferences: { goal } }) =>
      `${joined(conditions.map(({ condition, severity }) => `${condition} ${severity}`))} ${goal}`,
    cachedNeed: ({ preferences: { goal } }) => ({ preferences: { ...EMPTY_NEED.preferences, goal } }),
  },
  level_of_care_fit: { column: 'levels', need: LEVELS, cacheKey: levelsIn },
  cost: { column: 'payment', need: ['payers', 'maxCost'], cacheKey: payersIn },
  distance: {
    column: 'place',
    need: ['place', 'maxDistanceMeters', 'modalities', 'state', 'preferences', ...OPIOID_MEDICATION],
  },
  access_speed: { column: 'start', need: [], cacheKey: () => '' },
  schedule_fit: {
    column: 'work',
    need: ['workHours', 'timeZone', 'modalities', ...OPIOID_MEDICATION],
    cacheKey: hoursIn,
  },
  preferences: { column: 'wishes', need: 'everything' },
  engagement: { column: 'engagement', need: ['role', 'readiness'] },
  continuity: { column: 'continuity', need: ['history', 'conditions'], cacheKey: () => '' },
  trust: { column: 'record', need: [], cacheKey: () => '' },
};

/** What a criterion reads for a need. With a history, `continuity` compares every program with the earlier ones. */
export function dependenciesOf(code: CriterionCode, need: Need): RuleDependencies {
  const dependencies = CRITERION_DEPENDENCIES[code];
  return code === 'continuity' && need.history.length > 0
    ? { column: 'whole', need: dependencies.need }
    : dependencies;
}

/** Whether two needs have the same values in all fields that a rule reads. */
export function dependsOnSame({ need: fields }: RuleDependencies, a: Need, b: Need): boolean {
  return fields !== 'everything' && fields.every((field) => a[field] === b[field]);
}

/** A need with the fields that a rule reads, and no others. */
export function narrowedTo(need: Need, { need: fields, cachedNeed }: RuleDependencies): Need {
  if (fields === 'everything') return need;
  const asked = Object.fromEntries(fields.map((field) => [field, need[field]]));
  return { ...EMPTY_NEED, ...asked, ...cachedNeed?.(need) };
}

function joined(codes: readonly string[]): string {
  return codes.join();
}

function levelsIn(need: Need): string {
  return joined(acceptableLevels(need) ?? ['any']);
}

/** A budget is a number of the client, and part of no key. */
function payersIn({ payers, maxCost }: Need): string | undefined {
  return maxCost ? undefined : joined(payers ?? ['any']);
}

/** Hours that a client states are not part of any key; hours that the policy assumes are the same for everybody. */
function hoursIn(need: Need): string | undefined {
  if (need.workHours) return undefined;
  const modalities = joined(need.modalities ?? ['any']);
  return `${need.timeZone?.name} ${modalities} ${needsOpioidMedication(need)}`;
}
