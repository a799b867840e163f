import type { Certainty, ComparatorType, Direction } from './rating.js';

export const BADGES = [
  'strong-support',
  'supported',
  'limited-support',
  'about-as-good-as-comparator',
  'probably-about-as-good',
  'mixed',
  'possibly-less-effective',
  'less-effective-than-comparator',
  'unclear',
  'too-little-evidence',
  'no-evidence-found',
  'no-benefit-shown',
  'concern',
  'harmful',
] as const;
export type Badge = (typeof BADGES)[number];

type Row = Readonly<Record<Exclude<Certainty, 'none'>, Badge>>;

/** Certainty × direction → plain-language badge (clinical/evidence.md §2). Always derived, never entered by hand. */
const BENEFIT: Row = {
  high: 'strong-support',
  moderate: 'supported',
  low: 'limited-support',
  'very-low': 'too-little-evidence',
};
const NO_DIFFERENCE_FROM_ACTIVE: Row = {
  high: 'about-as-good-as-comparator',
  moderate: 'about-as-good-as-comparator',
  low: 'probably-about-as-good',
  'very-low': 'too-little-evidence',
};
const NO_DIFFERENCE: Row = {
  high: 'no-benefit-shown',
  moderate: 'no-benefit-shown',
  low: 'unclear',
  'very-low': 'too-little-evidence',
};
const INFERIOR: Row = {
  high: 'less-effective-than-comparator',
  moderate: 'less-effective-than-comparator',
  low: 'possibly-less-effective',
  'very-low': 'too-little-evidence',
};
const MIXED: Row = { high: 'mixed', moderate: 'mixed', low: 'mixed', 'very-low': 'too-little-evidence' };
const HARM: Row = { high: 'harmful', moderate: 'harmful', low: 'concern', 'very-low': 'concern' };

/**
 * The badge of a rating. `none` (no studies found) is `no-evidence-found` regardless of the direction; an unknown
 * direction with any certainty is too little evidence.
 */
export function deriveBadge(certainty: Certainty, direction: Direction, comparator: ComparatorType): Badge {
  if (certainty === 'none') return 'no-evidence-found';
  switch (direction) {
    case 'benefit':
      return BENEFIT[certainty];
    case 'no-difference':
      return (comparator === 'active' ? NO_DIFFERENCE_FROM_ACTIVE : NO_DIFFERENCE)[certainty];
    case 'inferior':
      return INFERIOR[certainty];
    case 'mixed':
      return MIXED[certainty];
    case 'harm':
      return HARM[certainty];
    case 'unknown':
      return 'too-little-evidence';
  }
}
