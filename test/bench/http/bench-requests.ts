/** A request as people send it. */
export interface BenchRequest {
  readonly what: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How much of an answer is asked for: the whole, what a client gets that says nothing of it, and the least. */
export const BENCH_FORMS = {
  full: { limit: 20, nearMisses: 10, detail: 'full' },
  default: {},
  small: { limit: 5, nearMisses: 0, detail: 'brief', tracks: ['treatment'] },
} as const;
export type BenchForm = keyof typeof BENCH_FORMS;

const opioid = { conditions: [{ condition: 'opioid', severity: 'moderate' }] };

const NEEDS: readonly BenchRequest[] = [
  {
    what: 'near a place, at work',
    headers: {},
    body: {
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
      client: { age: 29, state: 'OH' },
      assessment: { conditions: [{ condition: 'stimulant', severity: 'moderate' }] },
      constraints: { payers: ['medicaid'], levelsOfCare: ['op', 'iop'] },
    },
  },
  {
    what: 'in Spanish, with childcare',
    headers: { 'accept-language': 'es' },
    body: {
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

/** The same four needs in one form. */
export function requestsIn(form: BenchForm): BenchRequest[] {
  return NEEDS.map(({ body, ...request }) => ({ ...request, body: { ...BENCH_FORMS[form], ...body } }));
}

/** In full. */
export const BENCH_REQUESTS: readonly BenchRequest[] = requestsIn('full');
