/** A request as people send it. */
export interface BenchRequest {
  readonly what: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The whole of an answer: twenty matches and ten near misses in every list. */
const FULL = { limit: 20, nearMisses: 10 };

const opioid = { conditions: [{ condition: 'opioid', severity: 'moderate' }] };

export const BENCH_REQUESTS: readonly BenchRequest[] = [
  {
    what: 'near a place, at work',
    headers: {},
    body: {
      ...FULL,
      client: { age: 34, gender: 'woman', languages: ['en'] },
      assessment: opioid,
      constraints: {
        near: { postalCode: '06511' },
        maxDistanceKm: 40,
        payers: ['medicaid'],
        cannotLeaveWork: true,
      },
    },
  },
  {
    what: 'a large city, alcohol, private insurance',
    headers: {},
    body: {
      ...FULL,
      client: { age: 52, gender: 'man' },
      assessment: { conditions: [{ condition: 'alcohol', severity: 'severe' }] },
      constraints: { near: { postalCode: '90012' }, maxDistanceKm: 25, payers: ['private'] },
      preferences: { approaches: ['cbt'] },
    },
  },
  {
    what: 'without a place, in one state',
    headers: {},
    body: {
      ...FULL,
      client: { age: 29, state: 'OH' },
      assessment: { conditions: [{ condition: 'stimulant', severity: 'moderate' }] },
      constraints: { payers: ['medicaid'], levelsOfCare: ['op', 'iop'] },
    },
  },
  {
    what: 'in Spanish, with childcare',
    headers: { 'accept-language': 'es' },
    body: {
      ...FULL,
      client: { age: 31, gender: 'woman', languages: ['es'] },
      assessment: opioid,
      constraints: {
        near: { postalCode: '33130' },
        maxDistanceKm: 60,
        payers: ['medicaid', 'sliding-fee'],
        needsChildcare: true,
      },
    },
  },
];
