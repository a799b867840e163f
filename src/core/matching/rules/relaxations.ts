import type { ConstraintCode } from '../codes.js';
import type { Need } from '../need.js';
import type { Relaxation } from '../ranking.js';
import { CONSTRAINTS } from './constraints/all-constraints.js';
import { withinDistance } from './constraints/within-distance.js';
import type { RelaxationStep } from './relaxation-step.js';
import type { Track } from './tracks.js';

/** A change of one constraint to try. */
export interface Proposal extends RelaxationStep {
  readonly constraint: ConstraintCode;
}

const MOST_RELAXATIONS = 5;

/** Those that add anything, first the one that adds most; at most five. */
export function mostUseful(relaxations: readonly Relaxation[]): Relaxation[] {
  return relaxations
    .filter(({ wouldAdd }) => wouldAdd > 0)
    .sort((a, b) => b.wouldAdd - a.wouldAdd || b.bestScore - a.bestScore || (key(a) < key(b) ? -1 : 1))
    .slice(0, MOST_RELAXATIONS);
}

function key({ constraint, change }: Pick<Relaxation, 'constraint' | 'change'>): string {
  return `${constraint} ${JSON.stringify(change)}`;
}

/** What a ranking found of the programs that it excluded. */
export interface Excluded {
  /** Constraints that alone exclude programs, with the smallest number found among those, if any was a number. */
  readonly smallestFound: ReadonlyMap<ConstraintCode, number | undefined>;
  /** Metres to the nearest program beyond the maximum distance that meets everything else. */
  nearestBeyond(): number | undefined;
}

/** The smaller of what are numbers. */
export function smallerOf(smallest: number | undefined, found: unknown): number | undefined {
  if (typeof found !== 'number') return smallest;
  return smallest === undefined ? found : Math.min(smallest, found);
}

/** The changes worth trying: the smallest step of each constraint that alone excludes programs. */
export function proposeRelaxations(need: Need, track: Track, excluded: Excluded): Proposal[] {
  const proposals: Proposal[] = [];
  for (const [code, smallest] of excluded.smallestFound) {
    proposals.push(...stepsFor(code, need, smallest));
  }
  // There may be nothing within twice the distance: then look for the nearest program beyond it.
  const asksDistance = track.constraints.includes('within_distance');
  if (!excluded.smallestFound.has('within_distance') && asksDistance)
    proposals.push(
      ...withinDistance.relax(need, excluded.nearestBeyond()).map((step) => ({
        constraint: withinDistance.code,
        ...step,
      })),
    );
  for (const code of track.constraints) proposals.push(...safeStepsFor(code, need));
  return proposals;
}

/** The steps of one constraint that is relevant to safety for this need. */
export function safeStepsFor(code: ConstraintCode, need: Need): Proposal[] {
  const constraint = CONSTRAINTS[code];
  if (!constraint.isSafety(need)) return [];
  return (constraint.relaxSafely?.(need) ?? []).map((step) => ({ constraint: code, ...step }));
}

/**
 * The smallest steps of one constraint that excludes programs.
 *
 * @param smallest the smallest number found among those: metres, days, or cents in the unit of the budget
 */
export function stepsFor(code: ConstraintCode, need: Need, smallest: number | undefined): Proposal[] {
  const steps = CONSTRAINTS[code].relax?.(need, smallest) ?? [];
  const { [code]: strict, ...strictness } = need.strictness;
  const unconfirmed: RelaxationStep = {
    change: { constraints: { strictness: { [code]: null } } },
    label: { code: 'relax.unconfirmed', values: { constraint: code } },
    need: { ...need, strictness },
  };
  return [...(strict === 'confirmed' ? [unconfirmed] : []), ...steps].map((step) => ({
    constraint: code,
    ...step,
  }));
}
