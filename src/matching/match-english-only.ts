import { type EnglishOnly, RESULT_ENGLISH_ONLY, SAFETY_ENGLISH_ONLY } from '../assessments/english-only.js';

/**
 * What stays in English in a match: what programs report about themselves, and texts of the registry and of resources.
 */
export const MATCH_ENGLISH_ONLY: EnglishOnly = [
  ...SAFETY_ENGLISH_ONLY,
  ...RESULT_ENGLISH_ONLY,
  '/tracks/*/matches/*/program',
  '/tracks/*/matches/*/criteria/*/components/*/name',
  '/tracks/*/nearMisses/*/program',
  '/tracks/*/resources',
  '/tracks/*/guidance/*/approach',
];
