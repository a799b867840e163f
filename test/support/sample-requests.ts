import * as fc from 'fast-check';
import { CONDITIONS, SEVERITIES } from '../../src/core/vocabulary/conditions.js';
import { LEVELS_OF_CARE } from '../../src/core/vocabulary/levels-of-care.js';
import { METROPOLITAN_AREAS } from '../../src/interchange/demo/metropolitan-areas.js';
import type { Asked } from './match-answers.js';

const someOf = <T>(...codes: readonly T[]) => fc.subarray([...codes], { minLength: 1 });

/** Possible requests of people around the programs of the demonstration directory; most ask for few things. */
const request = fc
  .record(
    {
      client: fc.record(
        {
          role: fc.constantFrom('self', 'self', 'family'),
          age: fc.constantFrom(16, 24, 41, 70),
          gender: fc.constantFrom('woman', 'man'),
          languages: fc.constantFrom(['en'], ['es']),
        },
        { requiredKeys: [] },
      ),
      assessment: fc.record({
        conditions: fc
          .record(
            { condition: fc.constantFrom(...CONDITIONS), severity: fc.constantFrom(...SEVERITIES) },
            { requiredKeys: ['condition'] },
          )
          .map((each) => [each]),
      }),
      constraints: fc.record(
        {
          near: fc
            .constantFrom(...METROPOLITAN_AREAS.flatMap(({ postalCodes }) => postalCodes))
            .map((postalCode) => ({ postalCode })),
          maxDistanceKm: fc.constantFrom(3, 10, 25),
          payers: someOf('medicaid', 'private', 'self-pay'),
          maxCost: fc.constantFrom(5000, 20_000).map((amount) => ({ amount, currency: 'USD', per: 'week' })),
          modalities: someOf('in-person', 'telehealth'),
          levelsOfCare: someOf(...LEVELS_OF_CARE),
          startsWithinDays: fc.constantFrom(1, 7),
          cannotLeaveWork: fc.constant(true),
          needsChildcare: fc.constant(true),
          strictness: fc.record(
            { payment: fc.constant('confirmed'), language: fc.constant('preferred') },
            { requiredKeys: [] },
          ),
        },
        { requiredKeys: ['near', 'maxDistanceKm'] },
      ),
    },
    { requiredKeys: ['constraints'] },
  )
  .map(({ client, ...rest }) => {
    if (client?.role !== 'family') return { ...rest, ...(client && { client }) };
    const { role, languages, ...lovedOne } = client;
    return { ...rest, client: { role, ...(languages && { languages }) }, lovedOne };
  });

/** Always the same requests. */
export function sampleRequests(count: number): Asked[] {
  return fc.sample(request, { numRuns: count, seed: 20261124 }) as unknown as Asked[];
}
