import { type EnglishOnly, READING_ENGLISH_ONLY, SAFETY_ENGLISH_ONLY } from '../assessments/english-only.js';

/**
 * What stays in English in a match: what programs report about themselves, and texts of the registry and of resources.
 */
export const MATCH_ENGLISH_ONLY: EnglishOnly = [
  ...SAFETY_ENGLISH_ONLY,
  ...READING_ENGLISH_ONLY,
  '/tracks/*/matches/*/program',
  '/tracks/*/nearMisses/*/program',
  '/tracks/*/resources',
  '/tracks/*/guidance/*/approach',
  '/legend/evidence/*/name',
];
