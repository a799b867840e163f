import type { Standing } from '../directory/source-record.js';
import type { AnsweredList } from '../vocabulary/answered-lists.js';
import type { AccessWay, MedicatedCondition } from '../vocabulary/medication-access.js';
import type { Goal } from '../vocabulary/services.js';
import type { EvidenceComponent, EvidencePolicy, EvidencePurpose } from './evidence-policy.js';
import type { GradedClaim } from './rating.js';
import { type Grade, gradeInRegistry, type Registry } from './grade.js';

/** A program's claim to deliver an approach, with what the strength of its evidence needs. */
export interface DeliveredClaim {
  readonly approach: string;
  readonly standing: Standing;
  /** Older than the rule for records allows. */
  readonly stale: boolean;
}

/** A way in which people get medication for a condition, as a program states it. */
export interface AccessClaim {
  readonly condition: MedicatedCondition;
  readonly way: AccessWay;
  readonly standing: Standing;
  readonly stale: boolean;
}

/** What a program states of the approaches that it delivers. */
export interface Delivery {
  readonly claims: readonly DeliveredClaim[];
  /** Approaches it is known not to deliver. */
  readonly declined: ReadonlySet<string>;
  readonly access: readonly AccessClaim[];
  /** Whether it answered a list of its source's survey. */
  isAnswered(list: AnsweredList): boolean;
  /** It is a certified opioid treatment program. */
  readonly certified: boolean;
}

/** Why nothing of a kind is counted: the program says no, its answered list leaves it blank, or it is not reported. */
export const ABSENCES = ['declined', 'not-listed', 'not-reported'] as const;
export type Absence = (typeof ABSENCES)[number];

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
    /** Of these the one that counts most. */
    readonly leading: GradedClaim;
    /** Of a medication: how people get it. */
    readonly way?: AccessWay;
  };
  /** Absent where something earned it. */
  readonly absence?: Absence;
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

/**
 * Strength of a program's evidence for one purpose: `Σ weight × max over approaches of that kind (grade × claim)`. The
 * best of its kind counts, not the number of approaches. A component that was not reported has the policy's
 * `notReported`; since more may be delivered than was reported, a weaker report never counts less than that. One that an
 * answered list leaves blank has `notListed`.
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
    const { code, weight } = component;
    const gradeFor = (approach: string) => gradeInRegistry(approach, purpose, goal, registry, policy);
    const best = better(
      bestClaim(delivery, component, gradeFor, policy),
      bestAccess(delivery, component, gradeFor, policy),
    );
    const absence = best ? undefined : absenceOf(delivery, component);
    const counted = best
      ? Math.max(best.value, policy.notReported)
      : { declined: 0, 'not-listed': policy.notListed, 'not-reported': policy.notReported }[absence!];
    value += weight * counted;
    low += weight * (best?.value ?? 0);
    high += weight * (best ? counted : absence === 'declined' ? 0 : 1);
    if (best || absence === 'declined') known += weight;
    return {
      code,
      weight,
      value: counted,
      ...(best ? { earnedBy: best.by } : { absence }),
    };
  });
  return { value, range: [low, high], known, components };
}

function absenceOf(delivery: Delivery, { approaches, list }: EvidenceComponent): Absence {
  if (approaches.every((code) => delivery.declined.has(code))) return 'declined';
  return list !== undefined && delivery.isAnswered(list) ? 'not-listed' : 'not-reported';
}

interface Best {
  readonly value: number;
  readonly by: NonNullable<EarnedComponent['earnedBy']>;
}

/** The better of two; the first where they are equal. */
function better(a: Best | undefined, b: Best | undefined): Best | undefined {
  return b && (!a || b.value > a.value) ? b : a;
}

type GradeFor = (approach: string) => Grade;

/** The best approach of the kind that the program states to deliver. */
function bestClaim(
  delivery: Delivery,
  { approaches, medication }: EvidenceComponent,
  gradeFor: GradeFor,
  policy: EvidencePolicy,
): Best | undefined {
  const way = medication && startingWay(delivery, medication.condition);
  let best: Best | undefined;
  for (const claim of delivery.claims) {
    const { approach, standing } = claim;
    if (!approaches.includes(approach)) continue;
    const grade = gradeFor(approach);
    if (!grade) continue;
    const value = grade.value * claimWorth(claim, approach, delivery, policy) * (way ? policy.reach[way] : 1);
    if (!best || value > best.value || (value === best.value && approach < best.by.approach))
      best = {
        value,
        by: { approach, standing, ratings: grade.ratings, leading: grade.leading, ...(way && { way }) },
      };
  }
  return best;
}

/** How a program that starts a medication gives it: `prescribed` where that is all it states, else here. */
function startingWay({ access }: Delivery, condition: MedicatedCondition): 'here' | 'prescribed' {
  const ways = access.filter((one) => one.condition === condition).map(({ way }) => way);
  return ways.includes('prescribed') && !ways.includes('here') ? 'prescribed' : 'here';
}

/** The best way in which people get a medication of the kind that the program does not name as started. */
function bestAccess(
  delivery: Delivery,
  { medication }: EvidenceComponent,
  gradeFor: GradeFor,
  policy: EvidencePolicy,
): Best | undefined {
  if (!medication) return undefined;
  const { condition, approach } = medication;
  const grade = gradeFor(approach);
  if (!grade) return undefined;
  let best: Best | undefined;
  for (const claim of delivery.access) {
    const { way, standing } = claim;
    if (claim.condition !== condition || way === 'none') continue;
    const reach = policy.reach[way === 'here' || way === 'prescribed' ? 'notNamed' : way];
    // A certificate is about what a program gives itself.
    const worth = claimWorth(claim, approach, { certified: false }, policy);
    const value = grade.value * worth * reach;
    best = better(best, {
      value,
      by: { approach, standing, ratings: grade.ratings, leading: grade.leading, way },
    });
  }
  return best;
}

/** What a claim counts by what it rests on; what is surer than a self-report never counts less than that. */
function claimWorth(
  { standing, stale }: Pick<DeliveredClaim, 'standing' | 'stale'>,
  approach: string,
  { certified }: Pick<Delivery, 'certified'>,
  policy: EvidencePolicy,
): number {
  const worth = policy.worth.find(({ approaches }) => approaches.includes(approach));
  const selfReported =
    (certified ? worth?.certified : undefined) ?? worth?.value ?? policy.claims['self-reported'];
  const sure = standing === 'self-reported' ? selfReported : Math.max(policy.claims[standing], selfReported);
  return sure * (stale ? policy.staleClaim : 1);
}
