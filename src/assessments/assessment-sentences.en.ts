import type { Severity } from '../core/vocabulary/conditions.js';

/**
 * English sentences of an assessment and of a single screen. This table defines the sentences that other languages
 * need.
 */
export const ASSESSMENT_SENTENCES_EN = {
  note: 'Nothing here is a diagnosis, and nothing is stored. A clinician confirms. This is not an emergency service.',
  notADiagnosis: 'A screen is not a diagnosis and not a placement; a clinician confirms.',
  notForMinors:
    'Under 18 the cut-offs for adults do not apply: the total is shown but not interpreted. Ask for an ' +
    'adolescent assessment.',
  disorderRange: (severity: Severity) => `The answers are in the range clinicians call ${severity}.`,
  belowDisorder: 'The answers are below the range that clinicians call a disorder.',
  positive: 'The screen is positive.',
  negative: 'The screen is negative.',
  inBand: (band: string) => `In the range "${band}".`,
  inBandPositive: (band: string) => `In the range "${band}"; the screen is positive.`,
  inBandNegative: (band: string) => `In the range "${band}"; the screen is negative.`,
  noLevel: 'no level',
  noLevelStop: 'no level, stop',
  floor: (levels: string) => `floor ${levels}`,
  base: (level: string) => `base ${level}`,
  baseRange: (from: string, to: string) => `base ${from} to ${to}`,
  rangeMin: (level: string) => `from ${level}`,
  step: (places: number) => `${places} up`,
  stepOrChange: (places: number) => `${places} up, or a change of approach`,
  stepDown: (places: number) => `${places} down`,
  suggestMin: (level: string) => `suggests at least ${level}`,
  overlays: (codes: string) => `overlay ${codes}`,
  needs: (codes: string) => `needs ${codes}`,
  clinicianDecides: 'a clinician decides',
};

export type AssessmentSentences = typeof ASSESSMENT_SENTENCES_EN;
