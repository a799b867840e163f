import { ATTENDABLE_WHILE_EMPLOYED, type LevelOfCare } from '../../vocabulary/levels-of-care.js';
import { type Candidate, stance } from '../candidate.js';
import { acceptableLevels, LEVEL_FIELDS, levelsFrom, type Need, onlyOpioidMedication } from '../need.js';
import type { Reads } from './reads.js';
import { onlyTelehealth, TELEHEALTH_FACTS, telehealthBesideWork } from './telehealth.js';

/** Levels of single visits, as far as their hours go: one does not sit through groups of several hours. */
const VISIT_BY_VISIT: ReadonlySet<LevelOfCare> = new Set(['early', 'monitoring', 'op', 'op-med']);
/** Of these by telehealth an hour or two a week is agreed on; withdrawal care is no telehealth. */
const AGREED_ON_BY_TELEHEALTH: ReadonlySet<LevelOfCare> = new Set(['early', 'monitoring', 'op']);

/** What a rule reads that compares the hours of care with those of work. */
export const HOURS_BESIDE_WORK: Reads = {
  facts: {
    sessions: true,
    visitHours: true,
    levelsOfCare: true,
    timeZone: true,
    ...TELEHEALTH_FACTS,
  },
  need: [
    ...LEVEL_FIELDS,
    'workHours',
    'timeZone',
    'modalities',
    'strictness',
    'state',
    'conditions',
    'overlays',
  ],
  // Hours that the policy assumes are the same for everybody; hours that a client states are not.
  cache: (need) =>
    need.workHours
      ? undefined
      : {
          acceptedLevels: acceptableLevels(need),
          levelFloor: need.levelFloor,
          timeZone: need.timeZone,
          state: need.state,
          ...onlyTelehealth(need),
          ...onlyOpioidMedication(need),
        },
};

/**
 * The levels one can attend while employed; of those that meet the floor and are acceptable, where the program may
 * offer any: an evening group does not help a person who needs the ward. Where it offers none of those, that is for
 * `level_floor` and `level_of_care` alone to say.
 */
export function attendableLevels(need: Need, candidate: Candidate): LevelOfCare[] {
  const attendable = [...ATTENDABLE_WHILE_EMPLOYED];
  const { levelFloor: floor } = need;
  const wanted = acceptableLevels(need) ?? (floor && levelsFrom(floor));
  const possible = wanted?.filter((level) =>
    ['yes', 'maybe'].includes(stance(candidate, 'levelsOfCare', level)),
  );
  return possible?.length ? attendable.filter((level) => possible.includes(level)) : attendable;
}

/** Of the levels that one can attend, those that the program is known to offer. */
export function offeredOf(levels: readonly LevelOfCare[], candidate: Candidate): LevelOfCare[] {
  return levels.filter((level) => stance(candidate, 'levelsOfCare', level) === 'yes');
}

/** Whether some of these levels is a matter of single visits. */
export function isVisitByVisit(levels: readonly LevelOfCare[]): boolean {
  return levels.some((level) => VISIT_BY_VISIT.has(level));
}

/** Whether the client can be seen by telehealth at a level of so few hours that they are agreed on. */
export function isAgreedOnByTelehealth(need: Need, candidate: Candidate): boolean {
  return (
    telehealthBesideWork(need, candidate) === 'yes' &&
    offeredOf(attendableLevels(need, candidate), candidate).some((level) =>
      AGREED_ON_BY_TELEHEALTH.has(level),
    )
  );
}
