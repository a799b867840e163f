import { EMPTY_NEED, type Need } from '../../src/core/matching/need.js';
import { ALL_TRACKS } from '../../src/core/matching/rules/tracks.js';
import type { State } from '../../src/core/vocabulary/places.js';
import { SeededDraw } from '../../src/interchange/demo/seeded-draw.js';
import { SyntheticPlaces } from './synthetic-places.js';

export const TREATMENT = ALL_TRACKS.find(({ purpose }) => purpose === 'treatment')!;

/** Somebody who asks for eight constraints and eight criteria, at some place. */
const OPIOID_AND_WORK: Need = {
  ...EMPTY_NEED,
  conditions: [{ condition: 'opioid', severity: 'moderate' }],
  age: 34,
  gender: 'woman',
  languages: ['en'],
  maxDistanceMeters: 40_000,
  payers: ['medicaid'],
  cannotLeaveWork: true,
  preferences: { ...EMPTY_NEED.preferences, approaches: ['cbt'] },
};

const PEOPLE: readonly Partial<Need>[] = [
  {},
  { age: 23, gender: 'man', payers: ['private'] },
  { age: 70, payers: ['medicare', 'private'], maxDistanceMeters: 60_000 },
  { gender: 'man', languages: ['es'], preferences: { ...EMPTY_NEED.preferences, approaches: ['mi-met'] } },
  { age: 45, payers: ['medicaid', 'state'], maxDistanceMeters: 25_000 },
];

/** `count` needs of the same shape, each at a place drawn as programs are. Always the same ones. */
export function benchNeeds(count: number): Need[] {
  const draw = new SeededDraw('where clients live');
  const places = new SyntheticPlaces();
  return Array.from({ length: count }, (_, i) => {
    const { latitude, longitude, state } = places.draw(draw);
    return {
      ...OPIOID_AND_WORK,
      place: { latitude, longitude },
      state: state as State,
      ...PEOPLE[i % PEOPLE.length],
    };
  });
}
