import { deliveredApproaches } from '../core/directory/delivered-approaches.js';
import type { ListKey } from '../core/directory/fact-keys.js';
import type { ResolvedFacts } from '../core/directory/resolved-facts.js';
import { stanceOf, yesCodes } from '../core/directory/resolved-facts.js';
import { CONDITIONS } from '../core/vocabulary/conditions.js';
import { folded } from '../core/vocabulary/folded.js';
import { canonicalTag, languageOf } from '../core/vocabulary/language-tags.js';
import { perWeek } from '../core/vocabulary/payment.js';
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

  const words = [
    intake.name,
    intake.nameDetail,
    intake.organization.name,
    intake.location.city,
    intake.location.state,
    intake.location.postalCode,
    ...yesCodes(facts, 'levelsOfCare').map((level) => LEVEL_WORDS[level]),
    ...medications.map(([medication]) => medication),
    ...approaches.map(({ approach }) => evidence.approachName(approach)),
    ...yesCodes(facts, 'populations'),
    ...(stanceOf(facts, 'modalities', 'telehealth') === 'yes' ? ['telehealth'] : []),
  ]
    .filter((word) => word !== undefined && word !== null)
    .join(' ');
  const text = folded(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

  const weekly = (facts.values.prices?.value ?? [])
    .filter(({ currency }) => currency === 'USD')
    .map(perWeek)
    .filter((price) => price !== undefined);
  return {
    tags: [...new Set(tags)].sort(),
    text: [...new Set(text.split(' '))].join(' '),
    lowestWeeklyPrice: isFree(facts) ? 0 : weekly.length > 0 ? Math.round(Math.min(...weekly)) : null,
  };
}

/** The language of a tag: what is given in `es-MX` is found as `es`. */
function spokenIn(tag: string): string {
  return languageOf(canonicalTag(tag) ?? tag);
}

/** Takes no payment; if payers are named too, the source contradicts itself. */
function isFree(facts: ResolvedFacts): boolean {
  const payers = yesCodes(facts, 'payers');
  return payers.length === 1 && payers[0] === 'free';
}
