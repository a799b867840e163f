import { distanceTo } from '../facts/distance.js';
import { judgedBy, type JudgedConstraint } from '../judge-candidate.js';
import { type NearMiss, type RankedProgram, tierOf } from '../ranking.js';
import { type Score, scoreFrom } from '../score.js';
import { ALL_TRACKS, type Track } from '../rules/tracks.js';
import { WARNINGS_READ, warningsFor } from '../rules/warnings.js';
import { groupsFor } from './projections.js';
import type { Query } from './query.js';

/** One program judged for a need, whether it is a match or not. */
export interface JudgedProgram extends Score {
  readonly id: string;
  readonly distanceMeters?: number;
  readonly constraints: readonly JudgedConstraint[];
}

/** The verdicts and values of one program: the results that the scan and the scores were made from. */
export function explainRow(query: Query, track: Track, row: number): JudgedProgram {
  const { columns } = query.index;
  const constraints = judgedBy(query.asked(track), ({ code }) => query.verdictsOn(code, track).at(row));
  const score = scoreFrom(query.weighted(track), (criterion) => query.judgementsOn(criterion, track).at(row));
  const candidate = { place: columns.placeAt(row) };
  return {
    id: columns.ids.at(row),
    distanceMeters: distanceTo(query.need, candidate),
    ...score,
    constraints,
  };
}

/** The columns that warnings and what leads a track read. */
const READ_BESIDE_RULES = groupsFor(WARNINGS_READ.facts, ...ALL_TRACKS.map(({ reads }) => reads.leads.facts));

/** A match, with its warnings. */
export function explainMatch(query: Query, track: Track, row: number): RankedProgram {
  const { need, index, knowledge } = query;
  const { constraints, ...placed } = explainRow(query, track, row);
  const candidate = index.columns.candidateFrom(row, READ_BESIDE_RULES);
  const { tier, safetyOpen, reachOpen } = tierOf(constraints);
  return {
    ...placed,
    leads: !safetyOpen && track.leads(need, candidate),
    tier,
    safetyOpen,
    reachOpen,
    constraints,
    warnings: warningsFor(need, candidate, knowledge, track),
  };
}

/** A program that exactly one constraint excludes. */
export function explainNearMiss(query: Query, track: Track, row: number): NearMiss {
  const { constraints, ...placed } = explainRow(query, track, row);
  return { ...placed, failing: constraints.find(({ excludes }) => excludes)! };
}
