import type { Standing } from '../directory/source-record.js';
import type { Condition } from '../vocabulary/conditions.js';
import type { Goal } from '../vocabulary/services.js';
import type { Badge } from './badge.js';
import type { OutcomeGroup } from './rating.js';

/** What a program's evidence is measured for: a condition, or one of the tracks beside treatment. */
export type EvidencePurpose = Condition | 'any' | 'recovery-support' | 'family-engagement';

/** One component of good care: the best approach of its kind earns it. Weights of a purpose add up to 1. */
export interface EvidenceComponent {
  readonly code: string;
  readonly weight: number;
  readonly approaches: readonly string[];
}

/** Badges that say "as good as the comparator" and take the comparator's own grade. */
export type ComparativeBadge = 'about-as-good-as-comparator' | 'probably-about-as-good';

/** How ratings and claims become numbers. Published with its reasons; see design of the matching policy. */
export interface EvidencePolicy {
  /** Badge → 0..1. */
  readonly badges: Readonly<Record<Exclude<Badge, ComparativeBadge>, number>>;
  /** The grade of a comparator that the registry does not grade itself. */
  readonly ungradedComparator: number;
  /** How much of a rating's grade counts while nobody has reviewed it. */
  readonly draft: number;
  /** What a reviewed rating loses for each month begun since its review was due; never more than to `draft`. */
  readonly overduePerMonth: number;
  /** How much a program's claim to deliver an approach counts. */
  readonly claims: Readonly<Record<Standing, number>>;
  /** Further factor for a claim older than two years. */
  readonly staleClaim: number;
  /** What a component counts that the program has not reported on. */
  readonly notReported: number;
  /** Outcomes that count, by purpose; `default` where a purpose has none of its own. */
  readonly outcomes: Readonly<
    Partial<Record<EvidencePurpose | 'default', Partial<Record<OutcomeGroup, number>>>>
  >;
  /** Outcomes that count instead for a purpose when the client has this goal. */
  readonly outcomesByGoal: Readonly<
    Partial<Record<Goal, Partial<Record<EvidencePurpose, Partial<Record<OutcomeGroup, number>>>>>>
  >;
  readonly components: Readonly<Record<EvidencePurpose, readonly EvidenceComponent[]>>;
}
