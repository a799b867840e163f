import type { Listing } from '../core/evidence/rating.js';

/** The meaning of a listing flag in a public sentence (clinical rule: listing acts before any score). */
export const LISTING_MEANING: Readonly<Record<Listing, string>> = {
  normal: 'Listed like any other approach: it counts as far as its ratings carry it.',
  warn: 'Shown with a warning: read its cautions before considering it.',
  'warn-no-evidence': 'Shown with a warning: no adequate evidence was found that it helps.',
  'warn-offer-craft-first':
    'Shown with a warning: CRAFT (Community Reinforcement and Family Training) should be offered first.',
  'never-recommend': 'Never recommended here: shown only so that people who look for it learn what is known.',
  'never-recommend-for-opioid-alone':
    'Never recommended on its own for opioid use disorder: it needs a linked start of medication.',
  'not-a-treatment': 'Not a treatment: never offered as an option for care.',
};
