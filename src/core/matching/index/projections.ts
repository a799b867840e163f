import { CHECK_UPS, CRAFT, INVITING, MOTIVATIONAL, OWN_HELP } from '../../vocabulary/approach-roles.js';
import type { Candidate } from '../candidate.js';
import { WITHDRAWAL_LEVELS } from '../rules/constraints/care.js';
import { FIRST_DAY_AGONISTS, MEDICATIONS, MEDICATIONS_FOR } from '../../vocabulary/medications.js';
import { type StoredFacts, sameClaim } from './column-groups.js';

type Lists = Candidate['lists'];

/**
 * Facts that some rule reads across groups, and no more of them than it reads: the fewer, the more programs are alike
 * to that rule.
 */
export const PROJECTIONS = {
  /** Of `suitable_approach`: the approaches, and whether anything else is offered; one of a kind stands for all. */
  suitability: ({ claims, medications, lists }) => ({
    lists: {
      ...first(lists, 'withdrawalSettings', () => true),
      ...first(lists, 'levelsOfCare', (level) => !WITHDRAWAL_LEVELS.has(level)),
    },
    values: {
      claims: claims.map(({ approach }) => sameClaim({ approach, standing: 'self-reported', stale: false })),
      medications: oneOffered(medications),
    },
  }),
  /** Of `co_occurring_care`. */
  coOccurring: ({ coOccurringCare, lists }) => ({
    lists: {
      ...listWith(lists, 'overlays', ['co-occurring']),
      ...listWith(lists, 'populations', ['co-occurring-mental']),
    },
    values: { coOccurringCare },
  }),
  /** Of `offers_medication`. */
  opioidMedication: ({ medications, lists }) => ({
    lists: whole(lists, 'conditions'),
    values: { medications },
  }),
  /** Of `can_keep_working` and `schedule_fit`. */
  work: ({ sessions, timeZone, lists }) => ({
    lists: { ...whole(lists, 'levelsOfCare'), ...whole(lists, 'modalities') },
    values: sessions ? { sessions, timeZone } : {},
  }),
  /** Of `age`. */
  age: ({ lists }) => ({
    lists: { ...whole(lists, 'ageGroups'), ...listWith(lists, 'populations', ['adolescents']) },
  }),
  /** Of `safe_to_invite`. */
  family: (candidate) => ({
    lists: listWith(candidate.lists, 'services', ['couples-counseling', 'family-counseling']),
    values: { claims: namesOnly(candidate, [...INVITING, ...OWN_HELP]) },
  }),
  /** Of `engagement`. */
  engagement: (candidate) => ({
    lists: {
      ...whole(candidate.lists, 'levelsOfCare'),
      ...listWith(candidate.lists, 'services', ['family-counseling', 'peer-support']),
    },
    values: {
      ...deliveryOf(candidate, [MOTIVATIONAL, ...CRAFT]),
      sameDayStart: candidate.sameDayStart,
    },
  }),
  /** Of `continuity`, as long as no earlier program has to be compared. */
  continuity: (candidate) => ({
    lists: {
      ...whole(candidate.lists, 'levelsOfCare'),
      ...listWith(candidate.lists, 'services', ['aftercare', 'outcome-follow-up']),
    },
    values: deliveryOf(candidate, [CHECK_UPS]),
  }),
  /** Of what puts a program first in its track. */
  lead: (candidate) => ({
    lists: listWith(candidate.lists, 'overlays', ['housing']),
    values: {
      claims: namesOnly(candidate, CRAFT),
      sameDayStart: candidate.sameDayStart,
      medications: Object.fromEntries(
        Object.entries(candidate.medications).filter(([code]) =>
          (FIRST_DAY_AGONISTS as readonly string[]).includes(code),
        ),
      ),
    },
  }),
} as const satisfies Record<string, (candidate: Candidate) => StoredFacts>;

export type ProjectionName = keyof typeof PROJECTIONS;
export const PROJECTION_NAMES = Object.keys(PROJECTIONS) as ProjectionName[];

/** The first code of a list that stands at yes. */
function first(lists: Lists, key: keyof Lists, counts: (code: string) => boolean): Lists {
  const code = Object.entries(lists[key]?.codes ?? {}).find(
    ([each, stance]) => stance === 'yes' && counts(each),
  )?.[0];
  return code === undefined ? {} : { [key]: { codes: { [code]: 'yes' }, complete: false } };
}

/** A medication that is not refused; one that treats opioid use over time goes before one that does not. */
function oneOffered(medications: Candidate['medications']): Candidate['medications'] {
  const offered = MEDICATIONS.filter(
    (code) => medications[code] !== undefined && medications[code] !== 'refuses',
  );
  if (offered.length === 0) return {};
  return {
    [offered.some((code) => MEDICATIONS_FOR.opioid.includes(code)) ? 'methadone' : 'naloxone']: 'starts',
  };
}

function whole(lists: Lists, key: keyof Lists): Lists {
  return lists[key] ? { [key]: lists[key] } : {};
}

function listWith(lists: Lists, key: keyof Lists, codes: readonly string[]): Lists {
  const list = lists[key];
  if (!list) return {};
  const said = codes.filter((code) => list.codes[code] !== undefined);
  return {
    [key]: {
      codes: Object.fromEntries(said.map((code) => [code, list.codes[code]!])),
      complete: list.complete,
    },
  };
}

/** That some approaches are claimed, whoever says so. */
function namesOnly({ claims }: Candidate, approaches: readonly string[]): Candidate['claims'] {
  return claims
    .filter(({ approach }) => approaches.includes(approach))
    .map(({ approach }) => sameClaim({ approach, standing: 'self-reported', stale: false }));
}

function deliveryOf(candidate: Candidate, approaches: readonly string[]) {
  return {
    claims: namesOnly(candidate, approaches),
    declinedApproaches: new Set(approaches.filter((code) => candidate.declinedApproaches.has(code))),
  };
}
