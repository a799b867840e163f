import type { Need } from '../core/matching/need.js';
import { INVITING } from '../core/vocabulary/approach-roles.js';
import { capital } from '../core/language/sentence-template.js';
import { approachInSpanish } from '../core/language/words/approach-names.js';
import type { Language } from '../core/vocabulary/languages.js';
import type { ApproachResponse } from '../evidence/approach.dto.js';
import type { AnswerSentences } from './answer-sentences.en.js';
import { ANSWER_SENTENCES } from './answer-sentences.js';

/** One approach as shown to a family. */
export interface FamilyGuidance {
  readonly approach: ApproachResponse;
  readonly says: string;
}

/**
 * What the registry says about each: its listing decides, never a list of our own. What invites the loved one waits
 * until everyone is known to be safe (clinical/safety.md).
 */
export function familyGuidance(
  approaches: readonly ApproachResponse[],
  safety: Need['familySafety'],
  language: Language,
): FamilyGuidance[] {
  const sentences = ANSWER_SENTENCES[language];
  return approaches.map((approach) => ({
    approach,
    says: wordOn(approach, shownName(approach, language), safety, sentences),
  }));
}

function shownName({ code, name }: ApproachResponse, language: Language): string {
  return language === 'es' ? capital(approachInSpanish(code, name)) : name;
}

function wordOn(
  { code, listing }: ApproachResponse,
  name: string,
  safety: Need['familySafety'],
  sentences: AnswerSentences,
): string {
  if (listing === 'normal' && safety === 'unsafe' && INVITING.includes(code))
    return sentences.guidanceWaits(name);
  switch (listing) {
    case 'never-recommend':
      return sentences.guidanceNever(name);
    case 'warn-offer-craft-first':
      return sentences.guidanceCraftFirst(name);
    case 'normal':
      return sentences.guidanceOffer(name);
    default:
      return sentences.guidanceWarn(name);
  }
}
