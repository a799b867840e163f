import { ProgramIndex } from '../../../src/core/matching/index/program-index.js';
import { Query } from '../../../src/core/matching/index/query.js';
import { rankPage } from '../../../src/core/matching/index/rank-page.js';
import { EMPTY_NEED, type Need } from '../../../src/core/matching/need.js';
import type { RankedProgram } from '../../../src/core/matching/ranking.js';
import type { Knowledge } from '../../../src/core/matching/rules/constraint.js';
import { ALL_TRACKS } from '../../../src/core/matching/rules/tracks.js';
import type { Condition } from '../../../src/core/vocabulary/conditions.js';
import { type LevelOfCare, ROUND_THE_CLOCK } from '../../../src/core/vocabulary/levels-of-care.js';
import type { State } from '../../../src/core/vocabulary/places.js';
import { findPostalCode } from '../../../src/directory/postal-codes.js';
import type { NationalProgram } from '../../support/national-candidates.js';

/** What a coach sees first, near 20 places: alcohol, opioids and stimulants, private insurance, within 40 km. */
export const PLACES: readonly (readonly [place: string, postalCode: string])[] = [
  ['New York', '10001'],
  ['Brooklyn', '11215'],
  ['Los Angeles', '90001'],
  ['Chicago', '60601'],
  ['Houston', '77002'],
  ['Phoenix', '85004'],
  ['Philadelphia', '19103'],
  ['San Francisco', '94121'],
  ['Seattle', '98101'],
  ['Denver', '80202'],
  ['Boston', '02118'],
  ['Cleveland', '44107'],
  ['Tampa', '33602'],
  ['Atlanta', '30303'],
  ['Minneapolis', '55401'],
  ['Indianapolis', '46204'],
  ['Charleston WV', '25301'],
  ['Missoula', '59801'],
  ['Odessa TX', '79761'],
  ['Deming NM', '88030'],
];
export const CONDITIONS_SHOWN: readonly Condition[] = ['alcohol', 'opioid', 'stimulant'];
export const LINES_SHOWN = 5;
const MAX_METERS = 40_000;
const BEDS: readonly LevelOfCare[] = ['res-high', 'res-med', 'hosp'];
const MOST_MATCHES = 20_000;

/** The need of a coach's first question. */
export function needNear(postalCode: string, condition: Condition): Need {
  const { latitude, longitude, state } = findPostalCode(postalCode)!;
  return {
    ...EMPTY_NEED,
    age: 34,
    conditions: [{ condition, severity: 'severe' }],
    payers: ['private'],
    place: { latitude, longitude },
    state: state as State,
    maxDistanceMeters: MAX_METERS,
  };
}

/** What is wrong in the first lines of a list. */
export interface Wrongs {
  /** Beyond the distance, although a program within it stands behind it, in the same tier and as safe. */
  readonly farBeforeNear: number;
  /** Run for veterans or the military, without the question to the client. */
  readonly withoutQuestion: number;
  /** A list for beds: near by telehealth. */
  readonly bedsByTelehealth: number;
  /** Of these lines. */
  readonly lines: number;
}

export function wrongsIn(
  index: ProgramIndex,
  programs: ReadonlyMap<string, NationalProgram>,
  need: Need,
  knowledge: Knowledge,
): Wrongs {
  const all = matchesOf(index, need, knowledge);
  const shown = all.slice(0, LINES_SHOWN);
  const beds = matchesOf(index, { ...need, statedLevels: BEDS }, knowledge).slice(0, LINES_SHOWN);
  const isNear = ({ distanceMeters = Infinity }: RankedProgram) => distanceMeters <= MAX_METERS;
  const group = ({ leads, tier, safetyOpen }: RankedProgram) => `${leads} ${tier} ${safetyOpen}`;
  const isByTelehealth = (match: RankedProgram) =>
    match.constraints.some(({ reach }) => reach === 'by_telehealth');
  const levelsOf = ({ id }: RankedProgram) =>
    Object.entries(programs.get(id)!.candidate.lists.levelsOfCare?.codes ?? {})
      .filter(([, stance]) => stance === 'yes')
      .map(([level]) => level as LevelOfCare);
  const isBedOnly = (match: RankedProgram) => {
    const levels = levelsOf(match);
    return levels.length > 0 && levels.every((level) => ROUND_THE_CLOCK.has(level));
  };
  return {
    farBeforeNear: shown.filter(
      (line, i) =>
        !isNear(line) && all.slice(i + 1).some((other) => group(other) === group(line) && isNear(other)),
    ).length,
    withoutQuestion: shown.filter(
      ({ id, constraints }) =>
        ['veterans-affairs', 'department-of-defense'].includes(programs.get(id)!.candidate.operator ?? '') &&
        !constraints.some(({ askClient }) => askClient === 'service'),
    ).length,
    bedsByTelehealth:
      beds.filter(isByTelehealth).length +
      shown.filter((match) => isByTelehealth(match) && isBedOnly(match)).length,
    lines: shown.length,
  };
}

/** All matches of the treatment track. */
export function matchesOf(index: ProgramIndex, need: Need, knowledge: Knowledge): readonly RankedProgram[] {
  const treatment = ALL_TRACKS.find(({ purpose }) => purpose === 'treatment')!;
  return rankPage(new Query(index, need, knowledge), treatment, { limit: MOST_MATCHES }).matches;
}
