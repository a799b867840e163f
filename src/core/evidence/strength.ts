import type { Standing } from '../directory/source-record.js';
import type { Condition } from '../vocabulary/conditions.js';
import type { Goal } from '../vocabulary/services.js';
import { type Badge, deriveBadge } from './badge.js';
import type {
  ComparativeBadge,
  EvidenceComponent,
  EvidencePolicy,
  EvidencePurpose,
} from './evidence-policy.js';
import type { GradedApproach, GradedClaim, OutcomeGroup } from './rating.js';

/** A program's claim to deliver an approach, with what the strength of its evidence needs. */
export interface DeliveredClaim {
  readonly approach: string;
  readonly standing: Standing;
  /** Older than the rule for records allows. */
  readonly stale: boolean;
}

/** The approaches that a program states it delivers, and those it states it does not. */
export interface Delivery {
  readonly claims: readonly DeliveredClaim[];
  /** Approaches it is known not to deliver. */
  readonly declined: ReadonlySet<string>;
}

/** The result of one component of good care, and the approach that earned it. */
export interface EarnedComponent {
  readonly code: string;
  readonly weight: number;
  readonly value: number;
  /** Absent if nothing of the kind was reported. */
  readonly earnedBy?: {
    readonly approach: string;
    readonly standing: Standing;
    readonly ratings: readonly string[];
  };
  /** The program stated that it delivers none of the kind. */
  readonly declined: boolean;
}

export interface EvidenceStrength {
  /** 0 to 1. */
  readonly value: number;
  /** With every unreported component at its lowest, and at its highest. */
  readonly range: readonly [number, number];
  /** Share of the weight that rests on a report, 0 to 1. */
  readonly known: number;
  readonly components: readonly EarnedComponent[];
}

export type Registry = ReadonlyMap<string, GradedApproach>;

/**
 * Strength of a program's evidence for one purpose: `Σ weight × max over approaches of that kind (grade × claim)`. The
 * best of its kind counts, not the number of approaches. A component that was not reported has the policy's
 * `notReported`; since more may be delivered than was reported, a weaker report never counts less than that.
 */
export function evidenceStrength(
  delivery: Delivery,
  purpose: EvidencePurpose,
  goal: Goal | undefined,
  registry: Registry,
  policy: EvidencePolicy,
): EvidenceStrength {
  let value = 0;
  let low = 0;
  let high = 0;
  let known = 0;
  const components = policy.components[purpose].map((component) => {
    const best = bestOfKind(delivery, component, purpose, goal, registry, policy);
    const declined = !best && component.approaches.every((code) => delivery.declined.has(code));
    const earned = best?.value ?? 0;
    const counted = declined ? 0 : Math.max(earned, policy.notReported);
    value += component.weight * counted;
    low += component.weight * earned;
    high += component.weight * (best ? Math.max(earned, policy.notReported) : declined ? 0 : 1);
    if (best || declined) known += component.weight;
    return {
      code: component.code,
      weight: component.weight,
      value: counted,
      declined,
      ...(best
        ? {
            earnedBy: { approach: best.claim.approach, standing: best.claim.standing, ratings: best.ratings },
          }
        : {}),
    };
  });
  return { value, range: [low, high], known, components };
}

function bestOfKind(
  { claims }: Delivery,
  component: EvidenceComponent,
  purpose: EvidencePurpose,
  goal: Goal | undefined,
  registry: Registry,
  policy: EvidencePolicy,
) {
  let best: { claim: DeliveredClaim; value: number; ratings: readonly string[] } | undefined;
  for (const claim of claims) {
    if (!component.approaches.includes(claim.approach)) continue;
    const grade = gradeInRegistry(claim.approach, purpose, goal, registry, policy);
    if (!grade) continue;
    const value = grade.value * policy.claims[claim.standing] * (claim.stale ? policy.staleClaim : 1);
    if (!best || value > best.value || (value === best.value && claim.approach < best.claim.approach))
      best = { claim, value, ratings: grade.ratings };
  }
  return best;
}

type Grade = ReturnType<typeof gradeOf>;

/** Cache of grades; a registry and a policy never change after they are created. */
const remembered = new WeakMap<Registry, WeakMap<EvidencePolicy, Map<string, Grade>>>();

function gradeInRegistry(
  code: string,
  purpose: EvidencePurpose,
  goal: Goal | undefined,
  registry: Registry,
  policy: EvidencePolicy,
): Grade {
  let ofRegistry = remembered.get(registry);
  if (!ofRegistry) remembered.set(registry, (ofRegistry = new WeakMap()));
  let grades = ofRegistry.get(policy);
  if (!grades) ofRegistry.set(policy, (grades = new Map()));
  const key = `${code} ${purpose} ${goal ?? ''}`;
  if (!grades.has(key)) {
    const approach = registry.get(code);
    grades.set(key, approach && gradeOf(approach, purpose, goal, registry, policy));
  }
  return grades.get(key);
}

/**
 * The grade of an approach for a purpose: the weighted mean over the outcomes that the policy counts, never the best
 * rating of any outcome. A rating for the exact condition takes precedence over one for `any`; for `any` and for the
 * other tracks every rating of the approach is used. `undefined` if no outcome that counts was rated.
 */
export function gradeOf(
  approach: GradedApproach,
  purpose: EvidencePurpose,
  goal: Goal | undefined,
  registry: Registry,
  policy: EvidencePolicy,
): { value: number; ratings: string[] } | undefined {
  return weighted(relevantRatings(approach, purpose), outcomeWeights(purpose, goal, policy), (rating) => {
    const badge = badgeOf(rating);
    const ofComparator = () => comparatorGrade(rating, purpose, goal, registry, policy);
    if (isComparative(badge))
      return (ofComparator() ?? policy.ungradedComparator) * reviewWeight(rating, policy);
    const number = isGain(rating, badge)
      ? Math.max(policy.badges[badge], ofComparator() ?? 0)
      : policy.badges[badge];
    return number * reviewWeight(rating, policy);
  });
}

/** How much of a grade counts: all of it if it was reviewed in time, less for each month that the review is overdue. */
function reviewWeight({ reviewed, overdueMonths = 0 }: GradedClaim, policy: EvidencePolicy): number {
  return reviewed ? Math.max(policy.draft, 1 - overdueMonths * policy.overduePerMonth) : policy.draft;
}

/**
 * The grade of an approach that a rating compares with, read from its ratings against something else. An equal of what
 * works is no loss, and what is better counts no less than what it is better than. `undefined` where it is not graded.
 */
function comparatorGrade(
  rating: GradedClaim,
  purpose: EvidencePurpose,
  goal: Goal | undefined,
  registry: Registry,
  policy: EvidencePolicy,
): number | undefined {
  const comparator = rating.comparatorApproach && registry.get(rating.comparatorApproach);
  if (!comparator) return undefined;
  const own = relevantRatings(comparator, purpose).filter((other) => !isComparative(badgeOf(other)));
  const grade = weighted(own, outcomeWeights(purpose, goal, policy), (other) => {
    const badge = badgeOf(other);
    return isComparative(badge) ? policy.ungradedComparator : policy.badges[badge];
  });
  return grade?.value;
}

function weighted(
  ratings: readonly GradedClaim[],
  weights: Partial<Record<OutcomeGroup, number>>,
  numberOf: (rating: GradedClaim) => number,
): { value: number; ratings: string[] } | undefined {
  let total = 0;
  let sum = 0;
  const ids: string[] = [];
  for (const rating of ratings) {
    const weight = weights[rating.outcomeGroup] ?? 0;
    if (weight === 0) continue;
    total += weight;
    sum += weight * numberOf(rating);
    ids.push(rating.id);
  }
  return total === 0 ? undefined : { value: sum / total, ratings: ids };
}

const CONDITION_PURPOSES: ReadonlySet<EvidencePurpose> = new Set([
  'alcohol',
  'opioid',
  'stimulant',
  'cannabis',
  'sedative',
  'nicotine',
]);

function relevantRatings(approach: GradedApproach, purpose: EvidencePurpose): readonly GradedClaim[] {
  if (!CONDITION_PURPOSES.has(purpose)) return approach.ratings;
  const specific = approach.ratings.filter(({ condition }) => condition === (purpose as Condition));
  return specific.length > 0 ? specific : approach.ratings.filter(({ condition }) => condition === 'any');
}

function outcomeWeights(purpose: EvidencePurpose, goal: Goal | undefined, policy: EvidencePolicy) {
  const byGoal = goal && policy.outcomesByGoal[goal]?.[purpose];
  return byGoal ?? policy.outcomes[purpose] ?? policy.outcomes.default ?? {};
}

function badgeOf({ certainty, direction, comparatorType }: GradedClaim): Badge {
  return deriveBadge(certainty, direction, comparatorType);
}

function isComparative(badge: Badge): badge is ComparativeBadge {
  return badge === 'about-as-good-as-comparator' || badge === 'probably-about-as-good';
}

/** Whether a rating finds more benefit than an active comparator has, with more than very low certainty. */
function isGain({ direction, comparatorType }: GradedClaim, badge: Badge): boolean {
  return direction === 'benefit' && comparatorType === 'active' && badge !== 'too-little-evidence';
}
