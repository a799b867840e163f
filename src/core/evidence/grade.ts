import type { Condition } from '../vocabulary/conditions.js';
import type { Goal } from '../vocabulary/services.js';
import { type Badge, deriveBadge } from './badge.js';
import type { ComparativeBadge, EvidencePolicy, EvidencePurpose } from './evidence-policy.js';
import type { GradedApproach, GradedClaim, OutcomeGroup } from './rating.js';

export type Registry = ReadonlyMap<string, GradedApproach>;

/** The grade of an approach with the ratings behind it; undefined if no outcome that counts was rated. */
export type Grade = ReturnType<typeof gradeOf>;

/** Cache of grades; a registry and a policy never change after they are created. */
const remembered = new WeakMap<Registry, WeakMap<EvidencePolicy, Map<string, Grade>>>();

/** As `gradeOf`, by code; undefined also for an approach that the registry does not have. */
export function gradeInRegistry(
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
 * other tracks every rating of the approach is used. `leading` is the rating that counts most; of several that count the same,
 * the weakest. `undefined` if no outcome that counts was rated.
 */
export function gradeOf(
  approach: GradedApproach,
  purpose: EvidencePurpose,
  goal: Goal | undefined,
  registry: Registry,
  policy: EvidencePolicy,
): { value: number; ratings: string[]; leading: GradedClaim } | undefined {
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
): { value: number; ratings: string[]; leading: GradedClaim } | undefined {
  let total = 0;
  let sum = 0;
  let leading: { readonly rating: GradedClaim; readonly weight: number; readonly number: number } | undefined;
  const ids: string[] = [];
  for (const rating of ratings) {
    const weight = weights[rating.outcomeGroup] ?? 0;
    if (weight === 0) continue;
    const number = numberOf(rating);
    total += weight;
    sum += weight * number;
    ids.push(rating.id);
    if (!leading || weight > leading.weight || (weight === leading.weight && number < leading.number))
      leading = { rating, weight, number };
  }
  return leading && { value: sum / total, ratings: ids, leading: leading.rating };
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

/** The badge of a rating. */
export function badgeOf({ certainty, direction, comparatorType }: GradedClaim): Badge {
  return deriveBadge(certainty, direction, comparatorType);
}

function isComparative(badge: Badge): badge is ComparativeBadge {
  return badge === 'about-as-good-as-comparator' || badge === 'probably-about-as-good';
}

/** Whether a rating finds more benefit than an active comparator has, with more than very low certainty. */
function isGain({ direction, comparatorType }: GradedClaim, badge: Badge): boolean {
  return direction === 'benefit' && comparatorType === 'active' && badge !== 'too-little-evidence';
}
