import { seededKnowledge } from '../../cases/seeded-knowledge.js';
import { distanceMeters, type Place } from '../../../src/core/matching/facts/distance.js';
import type { Candidate } from '../../../src/core/matching/candidate.js';
import type { Need } from '../../../src/core/matching/need.js';
import { benchEngine } from '../bench-engine.js';
import { benchNeeds } from '../bench-needs.js';
import { type BenchPart, median } from '../bench-part.js';
import { syntheticDirectory } from '../synthetic-directory.js';
import { timeRounds } from '../timing.js';

const SIZES = [20_000, 200_000, 1_000_000];
const UNIVERSE = 500;
const WARM_UP_MS = 1_500;
const BUDGET_MS = 4_000;

/** The same number of programs in the universe, in a directory of growing size: cost must not grow with the rest. */
export const growth: BenchPart = {
  name: 'growth',
  about: `one match with ${UNIVERSE} programs in its universe, in directories of ${SIZES.map((size) => size.toLocaleString('en')).join(', ')}`,
  targets: [
    {
      what: 'growth from 20,000 to 1,000,000 programs at the same number of programs in the universe',
      figure: 'growth',
      bound: { atMost: 1.5 },
      unit: '×',
    },
  ],
  async measure() {
    const figures: Record<string, number> = {};
    for (const size of SIZES) {
      const places: Place[] = [];
      // Who has no place is looked at in the whole state, and would grow with the directory.
      const engine = benchEngine.build(located(size, places), seededKnowledge());
      const needs = benchNeeds(50).map((need) => withUniverse(need, places));
      const universes = needs.map((need) => engine.top(need).universe);
      timeRounds(needs, (need) => engine.top(need), WARM_UP_MS);
      figures[`p50 ms at ${size}`] = median(timeRounds(needs, (need) => engine.top(need), BUDGET_MS));
      figures[`programs in the universe at ${size}`] = median(universes);
    }
    return {
      ...figures,
      growth: figures[`p50 ms at ${SIZES.at(-1)}`]! / figures[`p50 ms at ${SIZES[0]}`]!,
    };
  },
};

function* located(size: number, places: Place[]): Generator<Candidate> {
  for (const candidate of syntheticDirectory(size)) {
    if (!candidate.place) continue;
    places.push(candidate.place);
    yield candidate;
  }
}

/** In person, with the maximum distance whose double holds as many programs. */
function withUniverse(need: Need, places: readonly Place[]): Need {
  const meters = Float64Array.from(places, (place) => distanceMeters(need.place!, place)).sort();
  return { ...need, modalities: ['in-person'], maxDistanceMeters: Math.ceil(meters[UNIVERSE]! / 2) };
}
