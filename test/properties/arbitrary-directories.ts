import * as fc from 'fast-check';
import type { Candidate } from '../../src/core/matching/candidate.js';
import { idOfProgram } from './arbitrary-ids.js';
import { arbitraryProgram, candidateOf } from './arbitrary-programs.js';

/** Programs to draw directories from, made once: what takes time is to make them, not to rank them. */
const POOL: readonly Candidate[] = fc
  .sample(arbitraryProgram, { numRuns: 600, seed: 20261124 })
  .map(candidateOf)
  .map((candidate, number) => ({ ...candidate, id: idOfProgram(number) }));

/** Numbers of programs in a directory go up to this one. */
export const LAST_NUMBER = 40;

/** On and around the client's place, at every distance that a need asks for; or nowhere. */
const somewhere = fc.oneof(
  fc.constant(undefined),
  fc.record({
    latitude: fc.double({ min: 40.5, max: 42.5, noNaN: true }),
    longitude: fc.double({ min: -74, max: -71.5, noNaN: true }),
  }),
  fc.record({
    latitude: fc.double({ min: -89, max: 89, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  }),
);

/** A program of the pool, with a number of its own, as it was found or moved. */
const program: fc.Arbitrary<Candidate> = fc
  .tuple(fc.integer({ min: 0, max: LAST_NUMBER }), fc.constantFrom(...POOL), fc.boolean(), somewhere)
  .map(([number, candidate, isMoved, place]) => {
    const { place: own, ...rest } = candidate;
    const stands = isMoved ? place : own;
    return { ...rest, id: idOfProgram(number), ...(stands ? { place: stands } : {}) };
  });

const manyPrograms = (most: number) =>
  fc
    .array(
      fc.tuple(fc.constantFrom(...POOL), fc.boolean(), somewhere).map(([candidate, isMoved, place]) => {
        const { place: own, ...rest } = candidate;
        const stands = isMoved ? place : own;
        return { ...rest, ...(stands ? { place: stands } : {}) };
      }),
      { minLength: most / 2, maxLength: most, size: 'max' },
    )
    .map((programs): Candidate[] => programs.map((each, number) => ({ ...each, id: idOfProgram(number) })));

/** A directory of some hundred programs: its rows fill several words of bits, and many stand behind the first page. */
export const largeDirectory = manyPrograms(300);

/** A small directory: every program as the engine knows it. */
export const arbitraryDirectory = fc.uniqueArray(program, { maxLength: 14, selector: ({ id }) => id });
