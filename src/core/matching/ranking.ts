import { CLIENT_QUESTIONS, type ClientQuestion, type ConstraintCode } from './codes.js';
import type { JudgedConstraint } from './judge-candidate.js';
import { type Need, unitsOf } from './need.js';
import type { RelaxationStep } from './rules/relaxation-step.js';
import type { Score } from './score.js';
import type { Reason } from './verdict.js';

export const TIERS = ['meets_all', 'confirm_first'] as const;
export type Tier = (typeof TIERS)[number];

/** How many matches of a whole list are in each tier. */
export type TierCounts = Readonly<Record<Tier, number>>;

/** A match, with the values that rank it. */
export interface RankedProgram extends Score {
  readonly id: string;
  /** The track puts it first. */
  readonly leads: boolean;
  readonly tier: Tier;
  /** A question of safety is open: such a program ranks after those of its tier where none is. */
  readonly safetyOpen: boolean;
  /** Not known to be within the distance: such a program ranks after those of its tier, equally safe, that are. */
  readonly reachOpen: boolean;
  readonly distanceMeters?: number;
  readonly constraints: readonly JudgedConstraint[];
  readonly warnings: readonly Reason[];
}

/** A program that exactly one constraint excludes. */
export interface NearMiss {
  readonly id: string;
  readonly distanceMeters?: number;
  /** 0 to 1. */
  readonly score: number;
  readonly failing: JudgedConstraint;
}

/** How many programs a constraint excludes, and how many it alone excludes. */
export interface Exclusion {
  readonly constraint: ConstraintCode;
  readonly failed: number;
  readonly failedOnly: number;
}

/** Where a match stands. Distance and id order a list, and make no place better than another. */
export interface Placing {
  /** From 1. Programs share a place where tier, safety, reach, score and known share are the same. */
  readonly place: number;
  /** How many programs have this place. */
  readonly sharedBy: number;
  /** Hardly another score than the program printed before it, all else that ranks being the same. */
  readonly levelWithPrevious: boolean;
}

/** Scores that differ by less are called level. This is for words alone: it does not chain. */
const LEVEL_WITHIN = 0.01;

/** Whether a program is level with the one printed before it. */
export function isLevel(a: RankKey, b: RankKey): boolean {
  return isInSameGroup(a, b) && Math.abs(a.score - b.score) < LEVEL_WITHIN;
}

function isInSameGroup(a: RankKey, b: RankKey): boolean {
  return GROUPING.every((step) => step.compare(a, b) === 0);
}

/** The placings of a whole list, best first. */
export function placingsOf(matches: readonly RankKey[]): Placing[] {
  const sharing = (one: RankKey) => (other: RankKey) =>
    isInSameGroup(one, other) && one.score === other.score && one.knownWeight === other.knownWeight;
  return matches.map((match, i) => {
    const first = matches.findIndex(sharing(match));
    const previous = matches[i - 1];
    return {
      place: first + 1,
      sharedBy: matches.filter(sharing(match)).length,
      levelWithPrevious: previous !== undefined && isLevel(previous, match),
    };
  });
}

/** @param confirmFirst how many of the matches have something to confirm first */
export function tierCounts(matches: number, confirmFirst: number): TierCounts {
  return { meets_all: matches - confirmFirst, confirm_first: confirmFirst };
}

/** How many matches are near by their site, and how many only by telehealth, known or to be asked. */
export interface Reach {
  readonly within: number;
  readonly byTelehealth: number;
  /** Metres to the nearest program beyond the distance that meets all else; only where none is within it. */
  readonly nearestMeters?: number;
}

/** @param nearest looked up where no match is within the distance */
export function reachFrom(within: number, byTelehealth: number, nearest: () => number | undefined): Reach {
  const nearestMeters = within === 0 ? nearest() : undefined;
  return { within, byTelehealth, ...(nearestMeters === undefined ? {} : { nearestMeters }) };
}

/** That no match is within a distance, and how far the nearest is; `undefined` where one is. */
export function noneWithin(
  { within, nearestMeters: meters }: Reach,
  need: Pick<Need, 'maxDistanceMeters' | 'units'>,
): Reason | undefined {
  if (within > 0) return undefined;
  const max = need.maxDistanceMeters!;
  return meters === undefined
    ? { code: 'reach.none', values: { max, ...unitsOf(need) } }
    : { code: 'reach.none_within', values: { max, meters, ...unitsOf(need) } };
}

/** A question to the client, and of how many matches the answer settles something. */
export interface OpenClientQuestion {
  readonly question: ClientQuestion;
  readonly programs: number;
}

/** The questions to the client that are open, in the order of `CLIENT_QUESTIONS`. */
export function openClientQuestions(
  programs: ReadonlyMap<ClientQuestion, number>,
): readonly OpenClientQuestion[] {
  return CLIENT_QUESTIONS.flatMap((question) => {
    const count = programs.get(question);
    return count ? [{ question, programs: count }] : [];
  });
}

/** The questions that are open, of those that each program leaves open; a program counts once for each. */
export function tallyClientQuestions(
  ofEach: readonly (readonly ClientQuestion[])[],
): readonly OpenClientQuestion[] {
  const programs = new Map<ClientQuestion, number>();
  for (const questions of ofEach)
    for (const question of new Set(questions)) programs.set(question, (programs.get(question) ?? 0) + 1);
  return openClientQuestions(programs);
}

export interface TrackRanking {
  /** Every match, best first. */
  readonly matches: readonly RankedProgram[];
  readonly universe: number;
  readonly tiers: TierCounts;
  /** Null where no distance is asked, or only as a preference. */
  readonly reach: Reach | null;
  /** Asked once for all matches. */
  readonly askClient: readonly OpenClientQuestion[];
  readonly excluded: readonly Exclusion[];
  /** Best first, at most `NEAR_MISSES`. */
  readonly nearMisses: readonly NearMiss[];
  readonly relaxations: readonly Relaxation[];
}

export const NEAR_MISSES = 10;

/** A change of one constraint that would add matches. */
export interface Relaxation extends Pick<RelaxationStep, 'change' | 'label'> {
  readonly constraint: ConstraintCode;
  /** Exactly how many matches the changed request adds. */
  readonly wouldAdd: number;
  /** The best score among those added, as the changed request scores them. */
  readonly bestScore: number;
}

/** The tier of a match, from its verdicts; and whether one of them leaves a question of safety open. */
export function tierOf(
  constraints: readonly JudgedConstraint[],
): Pick<RankedProgram, 'tier' | 'safetyOpen' | 'reachOpen'> {
  const open = constraints.filter(({ toConfirm }) => toConfirm);
  return {
    tier: open.length > 0 ? 'confirm_first' : 'meets_all',
    safetyOpen: open.some(({ safety }) => safety),
    reachOpen: constraints.some(({ reachOpen }) => reachOpen),
  };
}

/** Everything that ranks a program; a near miss has no tier. */
export type RankKey = Pick<RankedProgram, 'id' | 'score' | 'knownWeight' | 'distanceMeters'> &
  Partial<Pick<RankedProgram, 'leads' | 'tier' | 'safetyOpen' | 'reachOpen'>>;

/**
 * The order of a ranking, by name: what the track puts first (CRAFT for a family, a same-day start of medication), then
 * the tier, then programs with no safety question open, then those within reach, then score and share of known weight (both descending), then
 * distance and id (ascending): a total order. The first in which two programs differ decides.
 */
export const ORDER = [
  { code: 'leads', compare: (a, b) => Number(b.leads === true) - Number(a.leads === true) },
  {
    code: 'tier',
    compare: (a, b) => Number(a.tier === 'confirm_first') - Number(b.tier === 'confirm_first'),
  },
  { code: 'safety_open', compare: (a, b) => Number(a.safetyOpen === true) - Number(b.safetyOpen === true) },
  { code: 'reach_open', compare: (a, b) => Number(a.reachOpen === true) - Number(b.reachOpen === true) },
  { code: 'score', compare: (a, b) => b.score - a.score },
  { code: 'known_weight', compare: (a, b) => b.knownWeight - a.knownWeight },
  {
    code: 'distance',
    compare: (a, b) => ascending(a.distanceMeters ?? Infinity, b.distanceMeters ?? Infinity),
  },
  { code: 'id', compare: (a, b) => ascending(a.id, b.id) },
] as const satisfies readonly OrderStep[];

/** What ranks before the score. */
const GROUPING: readonly OrderStep[] = ORDER.slice(
  0,
  ORDER.findIndex(({ code }) => code === 'score'),
);

/** One step of the order; `compare` is negative where `a` comes before `b`, 0 where they are equal in it. */
interface OrderStep {
  readonly code: string;
  compare(a: RankKey, b: RankKey): number;
}

/** Negative where `a` comes before `b`. Never 0 for two programs. */
export function byRank(a: RankKey, b: RankKey): number {
  return decidingStep(a, b)?.compare(a, b) ?? 0;
}

/** The step of the order that decides between two programs; none where both are the same program. */
export function decidingStep(a: RankKey, b: RankKey): (typeof ORDER)[number] | undefined {
  return ORDER.find(({ compare }) => compare(a, b) !== 0);
}

function ascending<Value extends number | string>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
