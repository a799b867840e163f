import type { ListKey, ValueKey } from '../../core/directory/fact-keys.js';
import { FACTS } from '../../core/directory/facts.js';
import { type VocabularyName, vocabularyOf } from '../../core/language/words/vocabularies.js';
import { taxonomyUri } from '../outward/taxonomy-uri.js';
import { taxonomyIdOf, termIdOf } from './hsds-ids.js';

/** An HSDS taxonomy. Its name is the name of a fact in `GET /v1/facts`. */
export interface HsdsTaxonomy {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly uri: string;
}

/** A rating of an approach, as published: a draft until a named person has reviewed it. */
export interface EvidenceOfTerm {
  readonly condition: string;
  readonly outcome: string;
  readonly certainty: string;
  readonly direction: string;
  /** A code of the taxonomy `evidence-grade`. */
  readonly badge: string;
  readonly status: string;
}

export interface HsdsTerm {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  /** Name of its taxonomy. */
  readonly taxonomy: string;
  readonly taxonomy_id: string;
  readonly language: 'en';
  /** Of an approach alone: an extension, documented in the profile. */
  readonly x_evidence?: readonly EvidenceOfTerm[];
}

/** An approach of the evidence registry, as far as a term shows it. */
export interface ApproachOfTerm {
  readonly code: string;
  readonly name: string;
  readonly listingMeaning: string;
  readonly ratings: readonly EvidenceOfTerm[];
}

/** Lists whose codes are terms with words of a vocabulary. A new list does not compile until it has its place here. */
const LISTS: Readonly<Record<Exclude<ListKey, 'approaches' | 'languages'>, VocabularyName>> = {
  conditions: 'treatedCondition',
  levelsOfCare: 'levelOfCare',
  overlays: 'overlay',
  withdrawalSettings: 'withdrawalSetting',
  withdrawalSubstances: 'condition',
  medicationAccess: 'medicationAccess',
  payers: 'payer',
  funding: 'funding',
  ageGroups: 'ageGroup',
  genders: 'gender',
  populations: 'population',
  modalities: 'modality',
  telehealthStates: 'state',
  services: 'service',
  accessibility: 'accessibility',
  goals: 'goal',
  accreditations: 'accreditation',
  answeredLists: 'answeredList',
  licenses: 'license',
};
export type ListTaxonomy = keyof typeof LISTS;
export const LIST_TAXONOMIES = Object.keys(LISTS) as ListTaxonomy[];

/** Where HSDS has a field for a single value; every other one is a term of the taxonomy `facts`. */
const FIELDS = ['prices', 'sessions', 'visitHours'] as const satisfies readonly ValueKey[];
export type ValueTerm = Exclude<ValueKey, (typeof FIELDS)[number]>;
const isValueTerm = (key: string): key is ValueTerm => !(FIELDS as readonly string[]).includes(key);

export const VALUE_TERMS: readonly ValueTerm[] = Object.entries(FACTS)
  .filter(([, { kind }]) => kind !== 'list' && kind !== 'medications')
  .map(([key]) => key)
  .filter(isValueTerm);

export const APPROACHES = 'approaches';
export const MEDICATION_TERMS = 'medications';
export const SINGLE_FACTS = 'facts';
export const COORDINATE_PRECISION = 'coordinatePrecision';
const EVIDENCE_GRADE = 'evidence-grade';

const sentenceOf = (fact: string) =>
  vocabularyOf('fact', 'en').find(({ code }) => code === fact)!.description;

/** Every taxonomy, in a stable order. */
export const TAXONOMIES: readonly HsdsTaxonomy[] = [
  ...[...LIST_TAXONOMIES, APPROACHES, MEDICATION_TERMS].map((name) => taxonomy(name, sentenceOf(name))),
  taxonomy(SINGLE_FACTS, 'Facts that are one value: the term is the fact, and the attribute has its value.'),
  taxonomy(COORDINATE_PRECISION, 'Of a location: where its coordinates are. HSDS has no field for it.'),
  taxonomy(EVIDENCE_GRADE, 'What the evidence says of an approach for one outcome; drafts are marked.'),
];

/** The terms of all taxonomies: by our vocabularies, and the approaches of the registry. */
export function termsOf(approaches: readonly ApproachOfTerm[]): HsdsTerm[] {
  return [
    ...LIST_TAXONOMIES.flatMap((name) => {
      const { codes } = FACTS[name];
      const written = vocabularyOf(LISTS[name], 'en');
      return written
        .filter(({ code }) => (codes as readonly string[]).includes(code))
        .map(({ code, label, description }) => termOf(name, code, label, description));
    }),
    ...approaches.map(({ code, name, listingMeaning, ratings }) => ({
      ...termOf(APPROACHES, code, name, listingMeaning),
      x_evidence: ratings.map(({ condition, outcome, certainty, direction, badge, status }) => ({
        condition,
        outcome,
        certainty,
        direction,
        badge,
        status,
      })),
    })),
    ...wordsOf(MEDICATION_TERMS, 'medication'),
    ...vocabularyOf('fact', 'en')
      .filter(({ code }) => VALUE_TERMS.includes(code as ValueTerm))
      .map(({ code, label, description }) => termOf(SINGLE_FACTS, code, label, description)),
    ...wordsOf(COORDINATE_PRECISION, 'coordinatePrecision'),
    ...wordsOf(EVIDENCE_GRADE, 'badge'),
  ];
}

/** A term for a code, also for one that its vocabulary does not have: an approach that the registry has not. */
export function termOf(taxonomyName: string, code: string, name: string, description: string): HsdsTerm {
  return {
    id: termIdOf(taxonomyName, code),
    code,
    name,
    description,
    taxonomy: taxonomyName,
    taxonomy_id: taxonomyIdOf(taxonomyName),
    language: 'en',
  };
}

function wordsOf(name: string, vocabulary: VocabularyName): HsdsTerm[] {
  return vocabularyOf(vocabulary, 'en').map(({ code, label, description }) =>
    termOf(name, code, label, description),
  );
}

function taxonomy(name: string, description: string): HsdsTaxonomy {
  return { id: taxonomyIdOf(name), name, description, uri: taxonomyUri(name) };
}
