import type { Candidate } from '../../src/core/matching/candidate.js';
import type { ConstraintCode } from '../../src/core/matching/codes.js';
import type { Knowledge } from '../../src/core/matching/rules/constraint.js';
import type { Need } from '../../src/core/matching/need.js';
import type { Exclusion, Tier } from '../../src/core/matching/ranking.js';

/** How many matches every engine answers. */
export const TOP = 20;

export interface PlacedMatch {
  readonly id: string;
  readonly tier: Tier;
  readonly score: number;
  readonly distanceMeters?: number;
}

export interface PlacedMiss {
  readonly id: string;
  readonly score: number;
  readonly failing: ConstraintCode;
  readonly distanceMeters?: number;
}

/** One match without its explanation: what the figures of an engine measure. */
export interface TopMatches {
  readonly universe: number;
  readonly total: number;
  readonly matches: readonly PlacedMatch[];
  readonly nearMisses: readonly PlacedMiss[];
  readonly excluded: readonly Exclusion[];
}

/** A directory made ready to answer. */
export interface ReadyEngine {
  /** The first matches of the treatment track, the near misses, and how many each constraint keeps out. */
  top(need: Need): TopMatches;
}

/** Something that answers needs from memory. */
export interface MatchEngine {
  readonly name: string;
  build(candidates: Iterable<Candidate>, knowledge: Knowledge): ReadyEngine;
}
