import type { CriterionCode } from '../../core/matching/codes.js';
import type { Decision } from '../../core/matching/what-decides.js';
import type { Language } from '../../core/vocabulary/languages.js';
import type { DecisionCode, DecisionSentences } from './decision-sentences.js';
import { FOR_PERSON_EN } from './for-person.en.js';
import { FOR_PERSON_ES } from './for-person.es.js';
import { FOR_PROFESSIONAL_EN } from './for-professional.en.js';
import { FOR_PROFESSIONAL_ES } from './for-professional.es.js';
import type { TwoPlaces } from './told-apart.js';

type ByLanguage = Readonly<Record<Language, DecisionSentences>>;
const FOR_PERSON: ByLanguage = { en: FOR_PERSON_EN, es: FOR_PERSON_ES };
const FOR_PROFESSIONAL: ByLanguage = { en: FOR_PROFESSIONAL_EN, es: FOR_PROFESSIONAL_ES };

/** As many criteria as a sentence can bear; the answer lists them all. */
const MOST_NAMED = 3;

/** Why the first of two places comes before the second, in one line that names them, for the person and for a professional. */
export function decisionInWords(
  decision: Decision,
  places: TwoPlaces,
  language: Language,
): { readonly reason: string; readonly detail: string } {
  const leading = decision.criteria.filter(({ lead }) => lead > 0).map(({ code }) => code);
  const code = codeOf(decision, leading);
  const named = leading.slice(0, MOST_NAMED);
  return {
    reason: FOR_PERSON[language][code](places, named),
    detail: FOR_PROFESSIONAL[language][code](places, named),
  };
}

function codeOf({ by, level }: Decision, leading: readonly CriterionCode[]): DecisionCode {
  if (by !== 'score') return by;
  if (leading.length === 0) return 'score_alone';
  return level ? 'score_level' : 'score';
}
