import * as fc from 'fast-check';
import { ALL_TRACKS } from '../core/matching/rules/tracks.js';
import { TIERS } from '../core/matching/ranking.js';
import { type MatchPosition, readPosition, writePosition, type WrittenPosition } from './match-position.js';

const positions: fc.Arbitrary<MatchPosition> = fc.record({
  track: fc.constantFrom(...ALL_TRACKS.map(({ purpose }) => purpose)),
  version: fc.constantFrom('1.1.2026-12-01.2026-12.1', '48213.977.2027-01-31.2026-12.2'),
  after: fc.record(
    {
      id: fc.uuid(),
      leads: fc.boolean(),
      tier: fc.constantFrom(...TIERS),
      safetyOpen: fc.boolean(),
      reachOpen: fc.boolean(),
      score: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
      knownWeight: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
      distanceMeters: fc.nat(),
    },
    { requiredKeys: ['id', 'leads', 'tier', 'safetyOpen', 'reachOpen', 'score', 'knownWeight'] },
  ),
});

describe('A position in a list of matches', () => {
  it('is read as it was written, through JSON', () => {
    fc.assert(
      fc.property(positions, (position) => {
        const written = JSON.parse(JSON.stringify(writePosition(position))) as WrittenPosition;
        expect(readPosition(written)).toEqual(position);
      }),
    );
  });
});
