import type { Candidate } from '../candidate.js';
import type { ConstraintCode } from '../codes.js';
import type { CriterionKnowledge, Criterion } from '../rules/criterion.js';
import type { Knowledge } from '../rules/constraint.js';
import { distanceTo } from '../rules/constraints/place.js';
import { ALL_CRITERIA } from '../rules/criteria/all-criteria.js';
import { askedConstraints, isInUniverse, judgeCandidate, type JudgedConstraint } from '../judge-candidate.js';
import type { Need } from '../need.js';
import { findRelaxations, type Relaxation } from '../rules/relaxations.js';
import { type Score, scoreOf, weigh } from '../score.js';
import type { Track } from '../rules/tracks.js';
import type { Reason } from '../verdict.js';
import { warningsFor } from '../rules/warnings.js';

export type Tier = 'meets_all' | 'confirm_first';

/** A program that is kept, with the very values that placed it. */
export interface RankedProgram extends Score {
  readonly id: string;
  /** The track puts it first. */
  readonly leads: boolean;
  readonly tier: Tier;
  /** A matter of safety is still unknown: such a program stands after those of its tier where none is. */
  readonly safetyOpen: boolean;
  readonly distanceMeters?: number;
  readonly constraints: readonly JudgedConstraint[];
  readonly warnings: readonly Reason[];
}

/** A program that exactly one constraint keeps out. */
export interface NearMiss extends Score {
  readonly id: string;
  readonly distanceMeters?: number;
  readonly failing: JudgedConstraint;
}

/** How many programs a constraint keeps out, and how many it alone keeps out. */
export interface Exclusion {
  readonly constraint: ConstraintCode;
  readonly failed: number;
  readonly failedOnly: number;
}

export interface TrackRanking {
  /** Every match, best first. */
  readonly matches: readonly RankedProgram[];
  readonly universe: number;
  readonly excluded: readonly Exclusion[];
  /** Best first, at most `NEAR_MISSES`. */
  readonly nearMisses: readonly NearMiss[];
  readonly relaxations: readonly Relaxation[];
}

export const NEAR_MISSES = 10;

/**
 * Ranks programs for one need: universe, verdicts, score, order; plain and exact. Every faster engine has to
 * answer the same.
 *
 * Order: what the track puts first (CRAFT for a family, a same-day start of medication), then tier, then programs
 * with no safety question open before those with one, then score, then share of known weight (both descending),
 * then distance, then id (ascending): a total order. The order of `candidates` never matters.
 */
export function rankPrograms(
  need: Need,
  candidates: readonly Candidate[],
  track: Track,
  knowledge: Knowledge,
): TrackRanking {
  const { nearMisses, criteria, scoring, ...ranking } = rankMatches(need, candidates, track, knowledge);
  return {
    ...ranking,
    nearMisses: nearMisses.slice(0, NEAR_MISSES),
    relaxations: findRelaxations(
      need,
      candidates,
      track,
      { nearMisses, matches: ranking.matches },
      knowledge,
      scoring,
      criteria,
    ),
  };
}

/** The ranking without what would add to it: all matches and all near misses, each best first. */
export function rankMatches(
  need: Need,
  candidates: readonly Candidate[],
  track: Track,
  knowledge: Knowledge,
): Omit<TrackRanking, 'relaxations'> & { criteria: readonly Criterion[]; scoring: CriterionKnowledge } {
  const asked = askedConstraints(need, track);
  const criteria: readonly Criterion[] = ALL_CRITERIA.filter(({ code }) => track.criteria.includes(code));
  const weighted = weigh(need, criteria, knowledge.policy);
  const scoring: CriterionKnowledge = { ...knowledge, evidencePurpose: track.evidencePurpose };

  const matches: RankedProgram[] = [];
  const nearMisses: NearMiss[] = [];
  const counts = new Map<ConstraintCode, { failed: number; failedOnly: number }>();
  let universe = 0;
  for (const candidate of candidates) {
    if (!isInUniverse(need, candidate, track)) continue;
    universe += 1;
    const constraints = judgeCandidate(need, candidate, asked, knowledge);
    const excluding = constraints.filter(({ excludes }) => excludes);
    for (const { code } of excluding) {
      const count = counts.get(code) ?? { failed: 0, failedOnly: 0 };
      counts.set(code, {
        failed: count.failed + 1,
        failedOnly: count.failedOnly + (excluding.length === 1 ? 1 : 0),
      });
    }
    if (excluding.length > 1 || (excluding.length === 1 && excluding[0]!.safety)) continue;
    const placed = {
      id: candidate.id,
      distanceMeters: distanceTo(need, candidate),
      ...scoreOf(need, candidate, weighted, scoring),
    };
    if (excluding.length === 1) nearMisses.push({ ...placed, failing: excluding[0]! });
    else {
      const safetyOpen = constraints.some(({ toConfirm, safety }) => toConfirm && safety);
      matches.push({
        ...placed,
        leads: !safetyOpen && track.leads(need, candidate),
        tier: constraints.some(({ toConfirm }) => toConfirm) ? 'confirm_first' : 'meets_all',
        safetyOpen,
        constraints,
        warnings: warningsFor(need, candidate, knowledge, track),
      });
    }
  }

  matches.sort(byRank);
  nearMisses.sort(byRank);
  return {
    matches,
    universe,
    excluded: asked.flatMap(({ constraint: { code } }) => {
      const count = counts.get(code);
      return count ? [{ constraint: code, ...count }] : [];
    }),
    nearMisses,
    criteria,
    scoring,
  };
}

/** All that the order is made of; a near miss stands in no tier. */
export type Placed = Pick<RankedProgram, 'id' | 'score' | 'knownWeight' | 'distanceMeters'> &
  Partial<Pick<RankedProgram, 'leads' | 'tier' | 'safetyOpen'>>;

/** Negative where `a` stands before `b`. Never 0 for two programs. */
export function byRank(a: Placed, b: Placed): number {
  return (
    Number(b.leads === true) - Number(a.leads === true) ||
    Number(a.tier === 'confirm_first') - Number(b.tier === 'confirm_first') ||
    Number(a.safetyOpen === true) - Number(b.safetyOpen === true) ||
    b.score - a.score ||
    b.knownWeight - a.knownWeight ||
    (a.distanceMeters ?? Infinity) - (b.distanceMeters ?? Infinity) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
