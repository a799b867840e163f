/**
 * Lists of a survey that a program answered. What such a list offers and the program left blank is "not on its list":
 * less than a no, more than silence.
 */
export const ANSWERED_LISTS = [
  'care-types',
  'opioid-treatment',
  'approaches',
  'accreditation',
  'assessment',
  'testing',
  'transition',
  'counseling',
] as const;
export type AnsweredList = (typeof ANSWERED_LISTS)[number];
