import type { Standing } from '../directory/source-record.js';
import type { AnsweredList } from '../vocabulary/answered-lists.js';
import type { Condition } from '../vocabulary/conditions.js';
import type { AccessWay, MedicatedCondition } from '../vocabulary/medication-access.js';
import type { Goal } from '../vocabulary/services.js';
import type { Badge } from './badge.js';
import type { OutcomeGroup } from './rating.js';

/** What the evidence of a program is measured for: a condition, or one of the tracks other than treatment. */
export type EvidencePurpose = Condition | 'any' | 'recovery-support' | 'family-engagement';

/** One component of good care, earned by the best approach of its kind. The weights of a purpose add up to 1. */
export interface EvidenceComponent {
  readonly code: string;
  readonly weight: number;
  readonly approaches: readonly string[];
  /** The list of a survey on which a program could name one of them. */
  readonly list?: AnsweredList;
  /** They are medications for this condition; where one is only arranged, `approach` stands for it. */
  readonly medication?: { readonly condition: MedicatedCondition; readonly approach: string };
}

/** What a self-report counts: the share of programs that say so and, as we estimate, deliver it as it was studied. */
export interface Worth {
  readonly approaches: readonly string[];
  readonly value: number;
  /** At a certified opioid treatment program. */
  readonly certified?: number;
}

/** Badges that mean "as good as the comparator" and use the grade of the comparator. */
export type ComparativeBadge = 'about-as-good-as-comparator' | 'probably-about-as-good';

/** How ratings and claims become numbers. Published with its reasons; see the design of the matching policy. */
export interface EvidencePolicy {
  /** Badge → 0..1. */
  readonly badges: Readonly<Record<Exclude<Badge, ComparativeBadge>, number>>;
  /** The grade of a comparator that is not graded in the registry. */
  readonly ungradedComparator: number;
  /** The factor for the grade of a rating that is not reviewed. */
  readonly draft: number;
  /** What a reviewed rating loses for each month begun since its review was due; never below `draft`. */
  readonly overduePerMonth: number;
  /** How much a program's claim to deliver an approach counts; a self-report of an approach with a `worth` counts that. */
  readonly claims: Readonly<Record<Standing, number>>;
  /** Further factor for a claim older than two years. */
  readonly staleClaim: number;
  /** What a self-report counts, each approach at most once; what is surer never counts less. */
  readonly worth: readonly Worth[];
  /** Factor for a medication by how people get it; `notNamed`: started here, without saying which. */
  readonly reach: Readonly<Record<Exclude<AccessWay, 'none'> | 'notNamed', number>>;
  /** The value of a component that the program has not reported. */
  readonly notReported: number;
  /** The value of a component on a list that the program answered without it. */
  readonly notListed: number;
  /** Outcomes that count, by purpose; `default` for a purpose without its own. */
  readonly outcomes: Readonly<
    Partial<Record<EvidencePurpose | 'default', Partial<Record<OutcomeGroup, number>>>>
  >;
  /** Outcomes that count instead for a purpose when the client has this goal. */
  readonly outcomesByGoal: Readonly<
    Partial<Record<Goal, Partial<Record<EvidencePurpose, Partial<Record<OutcomeGroup, number>>>>>>
  >;
  readonly components: Readonly<Record<EvidencePurpose, readonly EvidenceComponent[]>>;
  /**
   * What is essential, by purpose: components of it and signs of quality, first the one without which there is little care.
   * It moves no score. A purpose without its own has its components.
   */
  readonly essentials: Readonly<Partial<Record<EvidencePurpose, readonly string[]>>>;
}
