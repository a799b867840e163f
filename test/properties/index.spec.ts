import * as fc from 'fast-check';
import type { Candidate } from '../../src/core/matching/candidate.js';
import { distanceMeters } from '../../src/core/matching/facts/distance.js';
import { GROUPS } from '../../src/core/matching/index/projections.js';
import { Query } from '../../src/core/matching/index/query.js';
import { BEYOND, INNER, OUTER, DistanceBands } from '../../src/core/matching/index/distance-bands.js';
import { ProgramIndex } from '../../src/core/matching/index/program-index.js';
import { allMatches, rankPage, type RankedPage } from '../../src/core/matching/index/rank-page.js';
import type { Need } from '../../src/core/matching/need.js';
import { placingsOf } from '../../src/core/matching/ranking.js';
import { rankPrograms } from '../../src/core/matching/reference/rank-programs.js';
import { unionOf } from '../../src/core/matching/rules/reads.js';
import { ALL_TRACKS, type Track } from '../../src/core/matching/rules/tracks.js';
import { seededKnowledge } from '../cases/seeded-knowledge.js';
import { arbitraryDirectory, LAST_NUMBER, largeDirectory } from './arbitrary-directories.js';
import { idOfProgram } from './arbitrary-ids.js';
import { arbitraryNeed } from './arbitrary-needs.js';
import { partOf } from '../support/recorded-reads.js';
import { searches } from '../support/searches.js';

const knowledge = seededKnowledge();

describe('the index', () => {
  it('answers what the plain ranking answers, byte for byte', () => {
    // Making a directory takes as long as asking it, so each is asked by several.
    const needs = fc.array(fc.tuple(arbitraryNeed, fc.constantFrom(...ALL_TRACKS)), {
      minLength: 5,
      maxLength: 5,
    });
    const runs = fc.property(needs, arbitraryDirectory, (asked, candidates) => {
      const index = ProgramIndex.build(candidates);
      for (const [need, track] of asked) expectSame(need, candidates, index, track);
    });
    fc.assert(runs, searches(200));
  });

  it('answers so after any change too, and an older version goes on answering what it knew', () => {
    const changes = fc.array(
      fc.tuple(
        arbitraryDirectory,
        fc.subarray(Array.from({ length: LAST_NUMBER }, (_, i) => idOfProgram(i))),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    const runs = fc.property(arbitraryNeed, arbitraryDirectory, changes, (need, first, later) => {
      const versions = [{ candidates: first, index: ProgramIndex.build(first) }];
      for (const [now, gone] of later) {
        const { candidates, index } = versions.at(-1)!;
        const touched = new Set([...gone, ...now.map(({ id }) => id)]);
        versions.push({
          candidates: [...candidates.filter(({ id }) => !touched.has(id)), ...now],
          index: index.with(now, gone),
        });
      }
      for (const { candidates, index } of versions) {
        expect(index.size).toBe(candidates.length);
        for (const track of ALL_TRACKS) expectSame(need, candidates, index, track);
      }
    });
    fc.assert(runs, searches(40));
  });

  it('answers so for hundreds of programs, of which few are on a page, before and after changes', () => {
    const edits = fc.tuple(
      fc.array(fc.tuple(fc.nat({ max: 320 }), fc.nat({ max: 149 })), { maxLength: 60 }),
      fc.uniqueArray(fc.nat({ max: 320 }), { maxLength: 60 }),
    );
    const needs = fc.array(fc.tuple(arbitraryNeed, fc.constantFrom(...ALL_TRACKS)), {
      minLength: 3,
      maxLength: 3,
    });
    const limit = fc.constantFrom(1, 2, 5, 20);
    const runs = fc.property(
      needs,
      largeDirectory,
      edits,
      limit,
      (asked, candidates, [moved, left], most) => {
        const index = ProgramIndex.build(candidates);
        const gone = left
          .map(idOfProgram)
          .filter((id) => !moved.some(([number]) => idOfProgram(number) === id));
        // A program gets the facts of another one, or is new.
        const now = [...new Map(moved)].map(([to, from]) => ({ ...candidates[from]!, id: idOfProgram(to) }));
        const touched = new Set([...gone, ...now.map(({ id }) => id)]);
        const later = [...candidates.filter(({ id }) => !touched.has(id)), ...now];
        const next = index.with(now, gone);
        for (const [need, track] of asked) {
          // Asked twice, so that what is kept by row answers too.
          expectSame(need, candidates, index, track, most);
          expectSame(need, later, next, track, most);
          expectSame(need, candidates, index, track, most);
        }
      },
    );
    fc.assert(runs, searches(3));
  });

  it('answers so in another thread’s copy', () => {
    const runs = fc.property(arbitraryNeed, arbitraryDirectory, (need, candidates) => {
      const copy = ProgramIndex.of(structuredClone(ProgramIndex.build(candidates).data));
      for (const track of ALL_TRACKS) expectSame(need, candidates, copy, track);
    });
    fc.assert(runs, searches(40));
  });

  it('gives back of every program what any rule reads', () => {
    const read = unionOf(
      { id: true, organizationId: true, state: true, place: true },
      ...GROUPS.map(({ facts }) => facts),
    );
    const runs = fc.property(arbitraryDirectory, (candidates) => {
      const index = ProgramIndex.build(candidates);
      for (const candidate of candidates) {
        const found = index.columns.candidateAt(index.rowOf(candidate.id)!);
        expect(found).toEqual(partOf(candidate, read));
      }
      expect(index.rowOf(idOfProgram(77))).toBeUndefined();
    });
    fc.assert(runs, searches(100));
  });
});

describe('nearness', () => {
  it('says of every place what the great circle says', () => {
    const place = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    const runs = fc.property(
      place,
      fc.oneof(fc.integer({ min: 0, max: 400_000 }), fc.integer({ min: 0, max: 20_000_000 })),
      fc.array(
        fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0, max: 1.02, noNaN: true })),
        {
          minLength: 20,
          maxLength: 20,
        },
      ),
      (from, meters, around) => {
        const rings = [
          new DistanceBands(from, meters, 2 * meters),
          new DistanceBands(from, meters / 2, meters),
        ];
        for (const [angle, share] of around) {
          // Most of them close to the edge.
          const degrees = (meters / 111_195) * (share > 0.5 ? 0.98 + share / 50 : share);
          const latitude = Math.max(-90, Math.min(90, from.latitude + degrees * Math.sin(angle * Math.PI)));
          const width = Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
          const longitude = from.longitude + (degrees * Math.cos(angle * Math.PI)) / width;
          const to = { latitude, longitude: ((((longitude + 180) % 360) + 360) % 360) - 180 };
          const away = distanceMeters(from, to);
          const ringOf = (inner: number) => (away <= inner ? INNER : away <= 2 * inner ? OUTER : BEYOND);
          expect(rings.map((each) => each.bandOf(to.latitude, to.longitude))).toEqual([
            ringOf(meters),
            ringOf(meters / 2),
          ]);
        }
      },
    );
    fc.assert(runs, searches(300));
  });
});

/** Every page of the index, one after the other, beside the whole of the plain answer. */
function expectSame(
  asked: Need,
  candidates: readonly Candidate[],
  index: ProgramIndex,
  track: Track,
  limit = candidates.length % 4 === 0 ? 2 : 20,
): void {
  const need = track.needOf(asked);
  const plain = rankPrograms(need, candidates, track, knowledge);
  const { matches, ...rest } = plain;
  const pages: RankedPage[] = [];
  do {
    const after = pages.at(-1)?.matches.at(-1);
    pages.push(rankPage(new Query(index, need, knowledge), track, { limit, ...(after ? { after } : {}) }));
  } while (pages.at(-1)!.hasMore);
  const { total, universe, tiers, reach, askClient, excluded, nearMisses, relaxations } = pages[0]!;
  const told = {
    matches: pages.flatMap((page) => page.matches),
    universe,
    tiers,
    reach,
    askClient,
    excluded,
    nearMisses,
    relaxations,
  };
  expect(JSON.stringify(told)).toBe(JSON.stringify({ matches, ...rest }));
  expect(pages.flatMap((page) => page.placings)).toEqual(placingsOf(matches));
  expect(total).toBe(matches.length);
  expect(allMatches(new Query(index, need, knowledge), track).map(({ id }) => id)).toEqual(
    matches.map(({ id }) => id),
  );
}
