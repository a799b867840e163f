import * as fc from 'fast-check';
import { resolveFacts } from '../../src/core/directory/resolve-facts.js';
import {
  type FactDefinition,
  isListed,
  type ListStatement,
} from '../../src/core/directory/fact-definition.js';
import { FACTS } from '../../src/core/directory/facts.js';
import type { FactKey, SourceRecord, StatedFacts } from '../../src/core/directory/source-record.js';
import { STANDINGS } from '../../src/core/directory/source-record.js';
import { type Candidate, toCandidate } from '../../src/core/matching/candidate.js';
import type { Place } from '../../src/core/matching/facts/distance.js';
import type { TimeZone } from '../../src/core/matching/facts/zone-shifts.js';
import { MEDICATION_STANCES, type Medication } from '../../src/core/vocabulary/medications.js';
import { WEEKDAYS } from '../../src/core/vocabulary/services.js';
import { idOfProgram, ORGANIZATIONS } from './arbitrary-ids.js';
import { arbitraryTimeZone, PAYERS_ASKED } from './arbitrary-needs.js';

export const TODAY = '2026-11-24';

/** A program as the directory holds it: where it is, whose it is, and what each source says of it. */
export interface ArbitraryProgram {
  readonly id: string;
  readonly organizationId: string;
  readonly state: string;
  readonly place?: Place;
  readonly timeZone?: TimeZone;
  readonly records: readonly SourceRecord[];
}

export const MEDICATIONS_ASKED: readonly Medication[] = [
  'methadone',
  'buprenorphine',
  'buprenorphine-injection',
  'naltrexone',
  'acamprosate',
  'naloxone',
  'lofexidine',
];

/** Graded ones of every kind, one never recommended, one with a warning, one that nobody knows. */
export const APPROACHES_DELIVERED = [
  'cbt',
  'mi-met',
  'tsf-aa',
  'contingency-management',
  'digital-tes',
  'craft',
  'craft-group-self',
  'al-anon',
  'rmc',
  'boot-camp',
  'detox-alone-oud',
  'equine',
  'moon-baths',
] as const;

/** Each code said yes, no, maybe or not at all; perhaps the source means to have named all. */
function listOf<Code extends string>(codes: readonly Code[]): fc.Arbitrary<ListStatement<Code>> {
  return fc
    .tuple(
      fc.array(fc.constantFrom('yes', 'no', 'maybe', undefined, undefined), {
        minLength: codes.length,
        maxLength: codes.length,
      }),
      fc.boolean(),
    )
    .map(([words, complete]) => {
      const said = (word: string) => codes.filter((_, i) => words[i] === word);
      return {
        ...(said('yes').length > 0 && { yes: said('yes') }),
        ...(said('no').length > 0 && { no: said('no') }),
        ...(said('maybe').length > 0 && { maybe: said('maybe') }),
        ...(complete && { complete }),
      };
    });
}

const session = fc.record({
  day: fc.constantFrom(...WEEKDAYS),
  from: fc.constantFrom('06:00', '10:00', '18:00', '23:00'),
  to: fc.constantFrom('07:30', '13:00', '21:00', '02:00'),
});

const price = fc.record({
  amount: fc.constantFrom(0, 5_000, 20_000, 100_000),
  currency: fc.constantFrom('USD', 'EUR'),
  per: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'stay' as const),
});

/** Fewer codes where programs and needs would otherwise hardly ever meet, and values at the edges of what is judged. */
const NARROWED: { readonly [Key in FactKey]?: fc.Arbitrary<NonNullable<StatedFacts[Key]>> } = {
  withdrawalSubstances: listOf(['alcohol', 'opioid', 'sedative'] as const),
  medications: fc.record(
    Object.fromEntries(
      MEDICATIONS_ASKED.map((code) => [code, fc.constantFrom(...MEDICATION_STANCES)]),
    ) as Record<Medication, fc.Arbitrary<(typeof MEDICATION_STANCES)[number]>>,
    { requiredKeys: [] },
  ),
  approaches: listOf(APPROACHES_DELIVERED),
  payers: listOf(PAYERS_ASKED),
  prices: fc.array(price, { maxLength: 3 }),
  languages: listOf(['en', 'es', 'ht', 'zh', 'yue', 'es-MX', 'iw']),
  populations: listOf(['veterans', 'lgbtq', 'adolescents', 'pregnant-postpartum', 'dui'] as const),
  onlyPopulations: fc.constant(['dui'] as const),
  telehealthStates: listOf(['CT', 'NY'] as const),
  sessions: fc.array(session, { maxLength: 3 }),
  visitHours: fc.array(session, { maxLength: 2 }),
  waitDays: fc.integer({ min: 0, max: 60 }),
  services: listOf([
    'aftercare',
    'childcare',
    'residential-beds-for-children',
    'family-counseling',
    'individual-counseling',
    'group-counseling',
    'outcome-follow-up',
    'peer-support',
    'recovery-coach',
  ] as const),
  accreditations: listOf(['carf', 'joint-commission'] as const),
  licenses: listOf(['state-substance-use-agency'] as const),
};

/** Whatever may be stated of a fact, by its kind; its example, where only the fact itself knows the form. */
function arbitraryStatement(fact: FactDefinition): fc.Arbitrary<unknown> {
  switch (fact.kind) {
    case 'list':
      return isListed(fact.codes) ? listOf(fact.codes) : fc.constant(fact.example);
    case 'flag':
      return fc.boolean();
    case 'code':
      return fc.constantFrom(...fact.codes);
    default:
      return fc.constant(fact.example);
  }
}

/** Any part of what there is to state. */
export const arbitraryFacts = fc.record(
  Object.fromEntries(
    (Object.keys(FACTS) as FactKey[]).map((key) => [key, NARROWED[key] ?? arbitraryStatement(FACTS[key])]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<StatedFacts>;

/** Days from today back to more than two years ago, on both sides of every shelf life. */
const asOf = fc.constantFrom(
  '2026-11-20',
  '2026-11-01',
  '2026-07-01',
  '2025-12-01',
  '2025-01-01',
  '2024-01-01',
);

/** One to three sources, each once. */
export const arbitraryRecords: fc.Arbitrary<SourceRecord[]> = fc.uniqueArray(
  fc.record({
    source: fc.constantFrom('directory', 'provider', 'visit', 'call'),
    asOf,
    standing: fc.constantFrom(...STANDINGS),
    facts: arbitraryFacts,
  }),
  { minLength: 1, maxLength: 3, selector: ({ source }) => source },
);

/** On a line north of New Haven: here, near, between one and two times the usual distance, far; or nowhere. */
const place = fc.constantFrom<(Place | undefined)[]>(
  { latitude: 41.3, longitude: -72.9 },
  { latitude: 41.4, longitude: -72.9 },
  { latitude: 41.8, longitude: -72.9 },
  { latitude: 44.3, longitude: -72.9 },
  undefined,
);

export const arbitraryProgram: fc.Arbitrary<ArbitraryProgram> = fc.record({
  id: fc.integer({ min: 0, max: 999 }).map(idOfProgram),
  organizationId: fc.constantFrom(...ORGANIZATIONS),
  state: fc.constantFrom('CT', 'NY'),
  place,
  timeZone: fc.option(arbitraryTimeZone, { nil: undefined }),
  records: arbitraryRecords,
});

export const arbitraryPrograms = fc.uniqueArray(arbitraryProgram, {
  minLength: 1,
  maxLength: 8,
  selector: ({ id }) => id,
});

export function candidateOf({ records, ...entry }: ArbitraryProgram): Candidate {
  return toCandidate({ ...entry, facts: resolveFacts(records, TODAY) }, TODAY);
}
