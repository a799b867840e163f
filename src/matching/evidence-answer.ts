import { summaryInWords } from '../core/language/evidence-summary/summary.js';
import { evidenceSummaries } from '../core/matching/evidence-summary.js';
import type { MatchingPolicy } from '../core/matching/policy.js';
import type { Contribution } from '../core/matching/score.js';
import type { Language } from '../core/vocabulary/languages.js';
import type { EvidenceSummaryResponse } from './criterion.dto.js';

/** Sums up for the response what the criteria found of the essentials of good care. */
export function toEvidence(
  criteria: readonly Contribution[],
  policy: MatchingPolicy,
  language: Language,
): EvidenceSummaryResponse[] {
  const components = criteria.flatMap((each) => each.components ?? []);
  const signs = criteria.flatMap((each) => each.signs ?? []);
  return evidenceSummaries(components, signs, policy).map((summary) => {
    const { purpose, band, essentials } = summary;
    const { label, says } = summaryInWords(summary, language);
    const reported = essentials.filter(({ state }) => state === 'reported').length;
    return { purpose, band, label, reported, of: essentials.length, says };
  });
}
