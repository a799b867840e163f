import type { CriterionCode } from '../../core/matching/codes.js';
import type { Decider } from '../../core/matching/what-decides.js';
import type { TwoPlaces } from './told-apart.js';

/**
 * What a sentence is chosen by: what decides; and of a score whether the two are all but level, and whether any criterion
 * leads.
 */
export type DecisionCode = Decider | 'score_level' | 'score_alone';

export type DecisionSentences = Readonly<
  Record<DecisionCode, (places: TwoPlaces, leading: readonly CriterionCode[]) => string>
>;
