import { distanceTo } from '../rules/constraints/place.js';
import { judgedBy, type JudgedConstraint } from '../judge-candidate.js';
import type { NearMiss, RankedProgram } from '../ranking.js';
import { type Score, scoreFrom } from '../score.js';
import type { Track } from '../rules/tracks.js';
import { warningsFor } from '../rules/warnings.js';
import type { Query } from './query.js';

/** One program as a need sees it, whether it is kept or not. */
export interface JudgedProgram extends Score {
  readonly id: string;
  readonly distanceMeters?: number;
  readonly constraints: readonly JudgedConstraint[];
}

/** Tells what placed a program: the verdicts and the values that the scan and the scores came from. */
export function explainRow(query: Query, track: Track, row: number): JudgedProgram {
  const { columns } = query.index;
  const constraints = judgedBy(query.asked(track), ({ code }) => query.verdictsOn(code).at(row));
  const score = scoreFrom(query.weighted(track), (criterion) => query.judgementsOn(criterion, track).at(row));
  const candidate = { place: columns.placeAt(row) };
  return {
    id: columns.ids.at(row),
    distanceMeters: distanceTo(query.need, candidate),
    ...score,
    constraints,
  };
}

/** What warnings and the lead of a track read. */
const READ_BESIDE_RULES = ['delivery', 'levels', 'medications', 'services', 'start', 'withdrawal'] as const;

/** A match, with its warnings. */
export function explainMatch(query: Query, track: Track, row: number): RankedProgram {
  const { need, index, knowledge } = query;
  const { constraints, ...placed } = explainRow(query, track, row);
  const candidate = index.columns.candidateWithGroupsAt(row, READ_BESIDE_RULES);
  const safetyOpen = constraints.some(({ toConfirm, safety }) => toConfirm && safety);
  return {
    ...placed,
    leads: !safetyOpen && track.leads(need, candidate),
    tier: constraints.some(({ toConfirm }) => toConfirm) ? 'confirm_first' : 'meets_all',
    safetyOpen,
    constraints,
    warnings: warningsFor(need, candidate, knowledge, track),
  };
}

/** A program that exactly one constraint keeps out. */
export function explainNearMiss(query: Query, track: Track, row: number): NearMiss {
  const { constraints, ...placed } = explainRow(query, track, row);
  return { ...placed, failing: constraints.find(({ excludes }) => excludes)! };
}
