import { kinship, languageOf, includes } from '../../../vocabulary/language-tags.js';
import { type Candidate, yes } from '../../candidate.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import { asPreference } from '../relaxation-step.js';

export const language: Constraint = {
  code: 'language',
  reads: { facts: { languages: true, interpreterOnCall: true }, need: ['languages'], cache: true },
  asks: { 'ask.language': ['languages', 'interpreterOnCall'] },
  isSafety: () => false,
  isAsked: (need) => need.languages !== undefined,
  judge(need, candidate) {
    const wanted = need.languages!;
    const offered = yes(candidate, 'languages');
    const related = (how: 'same' | 'perhaps') =>
      offered.filter((tag) => wanted.some((spoken) => kinship(spoken, tag) === how));
    const common = related('same');
    if (common.length > 0) return meets('language.in_common', { languages: common });
    if (candidate.interpreterOnCall === true) return meets('language.interpreter');
    const perhaps = related('perhaps');
    if (perhaps.length > 0)
      return unknown('language.perhaps', 'ask.language', { languages: wanted, offered: perhaps });
    if (wanted.every((spoken) => isRefused(candidate, spoken)))
      return fails('language.not', { languages: wanted, offered });
    return unknown('language.unknown', 'ask.language', { languages: wanted });
  },
  relax: asPreference('language', ({ languages = [] }) => ({ languages })),
};

/**
 * Whether it is known that a program does not counsel in a language: the source says no to it, or to what includes it, or
 * means to have named all and names nothing that may be it. A no to one region is not a no to the language.
 */
function isRefused(candidate: Candidate, spoken: string): boolean {
  const list = candidate.lists.languages;
  if (!list) return false;
  const spokenLanguage = languageOf(spoken);
  let refused = list.complete;
  for (const tag in list.codes) {
    if (kinship(spoken, tag) === 'other') continue;
    if (list.codes[tag] !== 'no') return false;
    if (tag === spoken || tag === spokenLanguage || includes(languageOf(tag), spokenLanguage)) refused = true;
  }
  return refused;
}
