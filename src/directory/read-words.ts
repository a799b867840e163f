import { CONDITIONS } from '../core/vocabulary/conditions.js';
import { LEVELS_OF_CARE } from '../core/vocabulary/levels-of-care.js';
import { MEDICATIONS } from '../core/vocabulary/medications.js';
import { PAYERS } from '../core/vocabulary/payment.js';
import { STATES, STATE_NAMES, type State } from '../core/vocabulary/places.js';
import { folded } from '../core/vocabulary/folded.js';
import { codesMeantBy } from '../core/vocabulary/synonyms.js';

/** One word or phrase of a search, and what may stand for it in a program: any of these. */
export interface SearchTerm {
  /** As it was typed, folded: `fort wayne`, `suboxone`. */
  readonly written: string;
  /** Words to look for in the texts, each as a prefix, or whole if it is short; all of one alternative must occur. */
  readonly texts: readonly (readonly string[])[];
  /** `facet:code`, such as `medication:buprenorphine`. */
  readonly tags: readonly string[];
  readonly states: readonly State[];
}

/** The facet of a program's tags for each vocabulary whose synonyms a search understands. */
const FACETS = [
  ['medication', MEDICATIONS],
  ['level', LEVELS_OF_CARE],
  ['condition', CONDITIONS],
  ['payer', PAYERS],
] as const;

/** Plain words of names that are also synonyms of codes: in a search they are only themselves. */
const NAMES_FIRST: ReadonlySet<string> = new Set(
  (
    'anthem beer brief cash chip codeine commercial counseling crystal education hash hip hospital husky ice inpatient ' +
    'insurance kaiser optum outpatient partial pot rehab residential speed state united va wine'
  ).split(' '),
);

/** First letters by which people name what names write out. */
const INITIALS: Readonly<Record<string, readonly string[]>> = {
  va: ['veterans', 'affairs'],
  ihs: ['indian', 'health', 'service'],
};

/** What people and sources shorten differently; each group stands for any of its words. */
const SAME_WORDS: readonly (readonly string[])[] = [
  ['st', 'saint'],
  ['st', 'street'],
  ['ste', 'sainte'],
  ['ft', 'fort'],
  ['mt', 'mount'],
  ['mtn', 'mountain'],
  ['ctr', 'center', 'centre', 'cntr'],
  ['ctrs', 'centers'],
  ['svc', 'service'],
  ['svcs', 'services'],
  ['hosp', 'hospital'],
  ['dept', 'department'],
  ['univ', 'university'],
  ['assoc', 'associates', 'association'],
  ['cty', 'county', 'co'],
  ['dr', 'drive', 'doctor'],
  ['rehab', 'rehabilitation'],
  ['tx', 'treatment'],
  ['ave', 'avenue'],
];

/** Names are written with and without them, or with `&`. */
const FILLERS: ReadonlySet<string> = new Set(['and', 'of', 'the', 'y', 'de', 'la', 'el']);

const LONGEST_PHRASE = 4;

/** The different words of a text, folded and without punctuation. */
export function wordsOf(text: string): string[] {
  return [...new Set(tokensOf(text))];
}

function tokensOf(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What a person may have meant by each word of a search, in order. A word that stands twice counts once. */
export function readWords(q: string): SearchTerm[] {
  const { rest, states } = withoutState(q);
  const tokens = tokensOf(rest);
  const terms: SearchTerm[] = [];
  for (let at = 0; at < tokens.length;) {
    const { term, length } = longestTerm(tokens.slice(at));
    terms.push(term);
    at += length;
  }
  const different = terms.filter(
    ({ written }, at) => terms.findIndex((other) => other.written === written) === at,
  );
  const telling = different.filter(({ written }) => !FILLERS.has(written));
  return [
    ...(telling.length > 0 || states.length > 0 ? telling : different),
    ...states.map((state) => {
      const written = state.toLowerCase();
      // `VA` alone means the state, or Veterans Affairs.
      const texts = terms.length === 0 && Object.hasOwn(INITIALS, written) ? termOf([written]).texts : [];
      return { written, texts, tags: [], states: [state] };
    }),
  ];
}

/** Two letters of a state, alone or after a comma, mean the state: `Washington, IN`. */
function withoutState(q: string): { rest: string; states: State[] } {
  const [whole, letters = ''] = /(?:^|,)\s*([A-Za-z]{2})\.?\s*(?=$|\d{5}(?:-\d{4})?\s*$)/.exec(q) ?? [];
  const state = STATES.find((one) => one === letters.toUpperCase());
  return whole === undefined || state === undefined
    ? { rest: q, states: [] }
    : { rest: q.replace(whole, ' '), states: [state] };
}

function longestTerm(tokens: readonly string[]): { term: SearchTerm; length: number } {
  for (let length = Math.min(LONGEST_PHRASE, tokens.length); length > 1; length--) {
    const phrase = tokens.slice(0, length);
    const term = termOf(phrase);
    if (term.tags.length > 0 || term.states.length > 0) return { term, length };
  }
  return { term: termOf(tokens.slice(0, 1)), length: 1 };
}

function termOf(phrase: readonly string[]): SearchTerm {
  const written = phrase.join(' ');
  const same = phrase.length === 1 ? SAME_WORDS.filter((group) => group.includes(written)).flat() : [];
  return {
    written,
    texts: [
      phrase,
      ...[...new Set(same)].filter((word) => word !== written).map((word) => [word]),
      ...(Object.hasOwn(INITIALS, written) ? [INITIALS[written]!] : []),
    ],
    tags: NAMES_FIRST.has(written) || written.length < 3 ? [] : tagsOf(written),
    states: statesNamed(written),
  };
}

function tagsOf(written: string): string[] {
  const meant = FACETS.flatMap(([facet, codes]) =>
    codesMeantBy(written, codes).map((code) => `${facet}:${code}`),
  );
  // Names of medications and conditions are in the texts; the short names of levels are not.
  return LEVELS_OF_CARE.some((level) => level === written) ? [`level:${written}`, ...meant] : meant;
}

function statesNamed(written: string): State[] {
  return STATES.filter((state) => folded(STATE_NAMES[state]) === written);
}
