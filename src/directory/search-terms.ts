import { deliveredApproaches } from '../core/directory/delivered-approaches.js';
import type { ListKey } from '../core/directory/fact-keys.js';
import type { ResolvedFacts } from '../core/directory/resolved-facts.js';
import { stanceOf, yesCodes } from '../core/directory/resolved-facts.js';
import { CONDITIONS } from '../core/vocabulary/conditions.js';
import { folded } from '../core/vocabulary/folded.js';
import { canonicalTag, languageOf } from '../core/vocabulary/language-tags.js';
import { perWeek, type Price } from '../core/vocabulary/payment.js';
import type { EvidenceView, ProgramIntake } from './program-intake.js';

/** What the search knows about a program in addition to its facts. */
export interface SearchTerms {
  /** `facet:code` for every code that is yes for the program. */
  readonly tags: string[];
  /** Words a person may type, folded. */
  readonly text: string;
  /** In cents of US dollars. */
  readonly lowestWeeklyPrice: number | null;
}

const FACETS: Readonly<Record<string, ListKey>> = {
  level: 'levelsOfCare',
  overlay: 'overlays',
  payer: 'payers',
  language: 'languages',
  population: 'populations',
  modality: 'modalities',
  service: 'services',
  accessibility: 'accessibility',
};

const LEVEL_WORDS: Readonly<Record<string, string>> = {
  early: 'early intervention',
  monitoring: 'recovery check-ups',
  op: 'outpatient',
  'op-med': 'outpatient medical',
  iop: 'intensive outpatient iop',
  php: 'partial hospitalization day program',
  'php-med': 'day program medical',
  'res-low': 'residential',
  'res-high': 'residential rehab',
  'res-med': 'residential detox medical',
  hosp: 'hospital inpatient',
};

/** Tags, words and price of a program, made from its resolved facts; nothing unknown becomes a tag. */
export function searchTerms(
  intake: Pick<ProgramIntake, 'name' | 'nameDetail' | 'organization' | 'location'>,
  facts: ResolvedFacts,
  evidence: EvidenceView,
): SearchTerms {
  const approaches = deliveredApproaches(facts).filter(({ approach }) => evidence.approachName(approach));
  const conditions = CONDITIONS.filter((condition) => {
    const own = stanceOf(facts, 'conditions', condition);
    if (own !== 'unknown') return own === 'yes';
    return condition !== 'nicotine' && stanceOf(facts, 'conditions', 'any') === 'yes';
  });
  const medications = Object.entries(facts.medications).filter(([, { stance }]) => stance !== 'refuses');
  const tags = [
    ...Object.entries(FACETS).flatMap(([facet, key]) =>
      yesCodes(facts, key).map((code) => `${facet}:${facet === 'language' ? spokenIn(code) : code}`),
    ),
    ...conditions.map((condition) => `condition:${condition}`),
    ...medications.map(([medication]) => `medication:${medication}`),
    ...approaches.map(({ approach }) => `approach:${approach}`),
    ...(facts.values.slidingFee?.value ? ['payer:sliding-fee'] : []),
  ];

  const text = wordsOfProgram({
    ...intake,
    ...intake.location,
    organization: intake.organization.name,
    levelsOfCare: yesCodes(facts, 'levelsOfCare'),
    medications: medications.map(([medication]) => medication),
    approachNames: approaches.map(({ approach }) => evidence.approachName(approach)!),
    populations: yesCodes(facts, 'populations'),
    modalities: yesCodes(facts, 'modalities'),
  });
  return {
    tags: [...new Set(tags)].sort(),
    text,
    lowestWeeklyPrice: lowestWeeklyPrice(yesCodes(facts, 'payers'), facts.values.prices?.value),
  };
}

/** What the words of a program are made from. */
export interface WordSources {
  readonly name: string;
  readonly nameDetail?: string | null | undefined;
  readonly organization: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly levelsOfCare: readonly string[];
  /** Codes, as the three below, of what it offers. */
  readonly medications: readonly string[];
  readonly approachNames: readonly string[];
  readonly populations: readonly string[];
  readonly modalities: readonly string[];
}

/** The different words a person may type for a program, folded, with a space between. */
export function wordsOfProgram(from: WordSources): string {
  const words = [
    from.name,
    from.nameDetail,
    from.organization,
    from.city,
    from.state,
    from.postalCode,
    ...from.levelsOfCare.map((level) => LEVEL_WORDS[level]),
    ...from.medications,
    ...from.approachNames,
    ...from.populations,
    ...(from.modalities.includes('telehealth') ? ['telehealth'] : []),
  ]
    .filter((word) => word !== undefined && word !== null)
    .join(' ');
  const text = folded(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return [...new Set(text.split(' '))].join(' ');
}

/** In cents of US dollars; `null` if not known. */
export function lowestWeeklyPrice(
  payers: readonly string[],
  prices: readonly Price[] | undefined,
): number | null {
  // Takes no payment; if payers are named too, the source contradicts itself.
  if (payers.length === 1 && payers[0] === 'free') return 0;
  const weekly = (prices ?? [])
    .filter(({ currency }) => currency === 'USD')
    .map(perWeek)
    .filter((price) => price !== undefined);
  return weekly.length > 0 ? Math.round(Math.min(...weekly)) : null;
}

/** The language of a tag: what is given in `es-MX` is found as `es`. */
function spokenIn(tag: string): string {
  return languageOf(canonicalTag(tag) ?? tag);
}
