import { CONTINUUM_POSITION, LEVELS_OF_CARE } from '../../vocabulary/levels-of-care.js';
import type { Candidate } from '../candidate.js';
import type { ConstraintCode } from '../codes.js';
import type { Knowledge } from './constraint.js';
import { distanceTo } from './constraints/place.js';
import type { Criterion, CriterionKnowledge } from './criterion.js';
import { askedConstraints, isInUniverse, isMatch } from '../judge-candidate.js';
import type { Need } from '../need.js';
import type { NearMiss, RankedProgram } from '../reference/rank-programs.js';
import { scoreOf, weigh } from '../score.js';
import type { Track } from './tracks.js';

/** A change of one constraint that would add matches; `change` is a JSON merge patch for `constraints`. */
export interface Relaxation {
  readonly constraint: ConstraintCode;
  readonly change: Readonly<Record<string, unknown>>;
  /** Exactly how many matches the changed request adds. */
  readonly wouldAdd: number;
  /** The best score among those added, as the changed request scores them. */
  readonly bestScore: number;
}

/** A change to try. */
export interface Proposal {
  readonly constraint: ConstraintCode;
  readonly change: Readonly<Record<string, unknown>>;
  readonly need: Need;
}

const MOST_RELAXATIONS = 5;
const DISTANCE_STEP_METERS = 5_000;

/**
 * What would add matches: the smallest useful step of each constraint that alone keeps programs out. A safety
 * constraint is never relaxed. Counts are exact: the changed need is judged again over all candidates.
 */
export function findRelaxations(
  need: Need,
  candidates: readonly Candidate[],
  track: Track,
  found: { readonly nearMisses: readonly NearMiss[]; readonly matches: readonly RankedProgram[] },
  knowledge: Knowledge,
  scoring: CriterionKnowledge,
  criteria: readonly Criterion[],
): Relaxation[] {
  const matched = new Set(found.matches.map(({ id }) => id));
  const others = candidates.filter(({ id }) => !matched.has(id));
  const proposals = proposeRelaxations(need, track, {
    smallestFound: smallestFoundIn(found.nearMisses),
    nearestBeyond: () => nearestBeyond(need, others, track, knowledge),
  });
  return mostUseful(
    proposals.map(({ need: changed, ...proposal }) => {
      const asked = askedConstraints(changed, track);
      const weighted = weigh(changed, criteria, knowledge.policy);
      let wouldAdd = 0;
      let bestScore = 0;
      for (const candidate of others) {
        if (!isInUniverse(changed, candidate, track)) continue;
        if (!isMatch(changed, candidate, asked, knowledge)) continue;
        wouldAdd += 1;
        bestScore = Math.max(bestScore, scoreOf(changed, candidate, weighted, scoring).score);
      }
      return { ...proposal, wouldAdd, bestScore };
    }),
  );
}

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

/** What a ranking says of the programs that it kept out. */
export interface KeptOut {
  /** Constraints that alone keep programs out, with the smallest number found among those, where numbers were. */
  readonly smallestFound: ReadonlyMap<ConstraintCode, number | undefined>;
  /** Metres to the nearest program beyond the maximum distance that meets everything else. */
  nearestBeyond(): number | undefined;
}

function smallestFoundIn(nearMisses: readonly NearMiss[]): Map<ConstraintCode, number | undefined> {
  const smallest = new Map<ConstraintCode, number | undefined>();
  for (const { failing } of nearMisses)
    smallest.set(failing.code, smallerOf(smallest.get(failing.code), failing.found));
  return smallest;
}

/** The smaller of what are numbers. */
export function smallerOf(smallest: number | undefined, found: unknown): number | undefined {
  if (typeof found !== 'number') return smallest;
  return smallest === undefined ? found : Math.min(smallest, found);
}

/** The changes worth trying: for each constraint that alone keeps programs out its smallest step. */
export function proposeRelaxations(need: Need, track: Track, keptOut: KeptOut): Proposal[] {
  const proposals: Proposal[] = [];
  for (const [code, smallest] of keptOut.smallestFound) {
    proposals.push(...stepsFor(code, need, smallest));
  }
  // Nothing may lie within twice the distance at all: then look for the next place that has something.
  const asksDistance = track.constraints.includes('within_distance');
  if (!keptOut.smallestFound.has('within_distance') && asksDistance)
    proposals.push(...nextDistance(need, keptOut.nearestBeyond()));
  return proposals;
}

/**
 * The smallest steps of one constraint that keeps programs out.
 *
 * @param smallest the smallest number found among those: metres, days, or cents in the budget's own unit
 */
export function stepsFor(code: ConstraintCode, need: Need, smallest: number | undefined): Proposal[] {
  const steps = stepsOf(code, need, smallest);
  return need.strictness[code] === 'confirmed' ? [withoutConfirmation(need, code), ...steps] : steps;
}

function stepsOf(code: ConstraintCode, need: Need, smallest: number | undefined): Proposal[] {
  switch (code) {
    case 'within_distance':
      return nextDistance(need, smallest);
    case 'payment':
      return [...nextBudget(need, smallest), ...slidingFee(need)];
    case 'level_of_care':
      return oneMoreLevel(need);
    case 'modality':
      return [{ constraint: code, change: { modalities: null }, need: { ...need, modalities: undefined } }];
    case 'starts_within':
      return smallest === undefined
        ? []
        : [
            {
              constraint: code,
              change: { startsWithinDays: smallest },
              need: { ...need, startsWithinDays: smallest },
            },
          ];
    case 'can_keep_working':
    case 'cares_while_parenting':
    case 'language':
    case 'accessible':
    case 'population':
      return need.strictness[code] === 'confirmed' ? [] : [asPreference(need, code)];
    default:
      // Age, gender, condition and what was refused by name are facts of a person, not wishes to bargain over.
      return [];
  }
}

function nextDistance(need: Need, meters: number | undefined): Proposal[] {
  if (meters === undefined || need.maxDistanceMeters === undefined) return [];
  const rounded = Math.ceil(meters / DISTANCE_STEP_METERS) * DISTANCE_STEP_METERS;
  return [
    {
      constraint: 'within_distance',
      change: { maxDistanceKm: rounded / 1000 },
      need: { ...need, maxDistanceMeters: rounded },
    },
  ];
}

/** Metres to the nearest program beyond the universe that meets everything else. */
function nearestBeyond(
  need: Need,
  candidates: readonly Candidate[],
  track: Track,
  knowledge: Knowledge,
): number | undefined {
  if (!need.place || need.maxDistanceMeters === undefined) return undefined;
  const anywhere: Need = { ...need, maxDistanceMeters: undefined };
  const asked = askedConstraints(anywhere, track);
  let nearest: number | undefined;
  for (const candidate of candidates) {
    const meters = distanceTo(need, candidate);
    if (
      meters === undefined ||
      meters <= need.maxDistanceMeters ||
      (nearest !== undefined && meters >= nearest)
    )
      continue;
    if (track.includes(candidate) && isMatch(anywhere, candidate, asked, knowledge)) nearest = meters;
  }
  return nearest;
}

function nextBudget(need: Need, price: number | undefined): Proposal[] {
  if (!need.maxCost || price === undefined) return [];
  const maxCost = { ...need.maxCost, amount: price };
  return [{ constraint: 'payment', change: { maxCost }, need: { ...need, maxCost } }];
}

function slidingFee(need: Need): Proposal[] {
  if (!need.payers || need.payers.includes('sliding-fee')) return [];
  const payers = [...need.payers, 'sliding-fee' as const];
  return [{ constraint: 'payment', change: { payers }, need: { ...need, payers } }];
}

/** The neighbor of the accepted levels on the continuum, first the one of more care. */
function oneMoreLevel(need: Need): Proposal[] {
  const accepted = need.acceptedLevels ?? need.assessedLevels;
  if (!accepted) return [];
  const positions = accepted.map((level) => CONTINUUM_POSITION[level]);
  const neighbors = [Math.max(...positions) + 1, Math.min(...positions) - 1];
  return LEVELS_OF_CARE.filter(
    (level) => neighbors.includes(CONTINUUM_POSITION[level]) && !accepted.includes(level),
  ).map((level) => {
    const levelsOfCare = [...accepted, level];
    return {
      constraint: 'level_of_care' as const,
      change: { levelsOfCare },
      need: { ...need, acceptedLevels: levelsOfCare },
    };
  });
}

function withoutConfirmation(need: Need, code: ConstraintCode): Proposal {
  const { [code]: _dropped, ...strictness } = need.strictness;
  return { constraint: code, change: { strictness: { [code]: null } }, need: { ...need, strictness } };
}

function asPreference(need: Need, code: ConstraintCode): Proposal {
  return {
    constraint: code,
    change: { strictness: { [code]: 'preferred' } },
    need: { ...need, strictness: { ...need.strictness, [code]: 'preferred' } },
  };
}
