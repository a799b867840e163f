import type { ApproachKind, Listing } from '../../core/evidence/rating.js';
import type { Citation } from '../citations/citation.entity.js';

/** What a rating uses of the approach that it grades. */
export interface RatedApproach {
  readonly code: string;
  readonly name: string;
  readonly kind: ApproachKind;
  readonly listing: Listing;
  readonly citations: Citation[];
}
