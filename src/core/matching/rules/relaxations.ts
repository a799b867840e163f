import { CONTINUUM_POSITION, LEVELS_OF_CARE } from '../../vocabulary/levels-of-care.js';
import type { ConstraintCode } from '../codes.js';
import type { Need } from '../need.js';
import type { Relaxation } from '../ranking.js';
import type { Track } from './tracks.js';

/** A change to try. */
export interface Proposal {
  readonly constraint: ConstraintCode;
  readonly change: Readonly<Record<string, unknown>>;
  readonly need: Need;
}

const MOST_RELAXATIONS = 5;
const DISTANCE_STEP_METERS = 5_000;

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
