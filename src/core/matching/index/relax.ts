import type { ConstraintCode } from '../codes.js';
import type { Need } from '../need.js';
import { mostUseful, type Proposal, proposeRelaxations, smallerOf } from '../rules/relaxations.js';
import type { Relaxation } from '../ranking.js';
import type { Track } from '../rules/tracks.js';
import type { Verdict } from '../verdict.js';
import { distanceTo } from '../facts/distance.js';
import { Query } from './query.js';
import { mayBeFirst } from './rough-scores.js';
import { rowsIn, wordsFor } from './row-bits.js';
import { FOUND, type RuleResults } from './rule-results.js';
import { type Scan, scanTrack } from './scan.js';
import { scoreRows } from './scores.js';
import { universeOf } from './universe.js';

/** A little more than half the way around the earth: there is nothing beyond it. */
const FARTHEST_METERS = 20_100_000;

/** What would add matches: the answer of `findRelaxations`, with results shared between the needs. */
export function relax(query: Query, track: Track, scan: Scan): Relaxation[] {
  const matched = new Int32Array(wordsFor(query.index.length));
  for (let i = 0; i < scan.words.length; i++) matched[scan.words[i]!] = scan.matches[i]!;
  const proposals = proposeRelaxations(query.need, track, {
    smallestFound: smallestFound(query, track, scan),
    nearestBeyond: () => nearestInIndex(query, track, matched),
  });
  return mostUseful(proposals.map((proposal) => tryOut(query, track, proposal, matched)));
}

function smallestFound(
  query: Query,
  track: Track,
  { asked, words, nearMisses, failing }: Scan,
): Map<ConstraintCode, number | undefined> {
  const smallest = new Map<ConstraintCode, number | undefined>();
  for (const [at, { constraint }] of asked.entries()) {
    const { code } = constraint;
    const rows = rowsIn(
      words,
      nearMisses.map((bits, i) => bits & failing[at]![i]!),
    );
    if (rows.length === 0) continue;
    smallest.set(
      code,
      code === 'within_distance'
        ? nearestOf(query, track, rows)
        : smallestOf(query.verdictsOn(code, track), rows),
    );
  }
  return smallest;
}

/** The smallest number that a constraint found of some programs; undefined where it found none. */
function smallestOf(results: RuleResults<Verdict | undefined>, rows: Uint32Array): number | undefined {
  let smallest: number | undefined;
  if (!results.distinct) {
    for (const row of rows) smallest = smallerOf(smallest, results.at(row)?.found);
    return smallest;
  }
  const ids = new Uint32Array(rows.length);
  results.distinct.resultIds(rows, ids);
  const found = results.distinct.measured[FOUND]!;
  for (const id of new Set(ids)) if (!Number.isNaN(found[id]!)) smallest = smallerOf(smallest, found[id]!);
  return smallest;
}

/** The smallest distance that `within_distance` found of programs that it excludes; none where telehealth may bridge it. */
function nearestOf(query: Query, track: Track, rows: Uint32Array): number | undefined {
  const reaches = query.fromAfar(track);
  let nearest: number | undefined;
  for (const row of rows) if (reaches.at(row) === 'no') nearest = smallerOf(nearest, metersTo(query, row));
  return nearest;
}

function tryOut(
  query: Query,
  track: Track,
  { need, constraint, change, label }: Proposal,
  matched: Int32Array,
): Relaxation {
  const changed = new Query(query.index, need, query.knowledge, query);
  const added = addedRows(changed, track, matched);
  const { score } = scoreRows(changed, track, mayBeFirst(changed, track, added, 1));
  return {
    constraint,
    change,
    label,
    wouldAdd: added.length,
    bestScore: score.reduce((best, each) => Math.max(best, each), 0),
  };
}

function addedRows(changed: Query, track: Track, matched?: Int32Array): Uint32Array {
  const { words, matches } = scanTrack(changed, track);
  return rowsIn(words, matched ? matches.map((bits, i) => bits & ~matched[words[i]!]!) : matches);
}

/**
 * Metres to the nearest program beyond the maximum distance that meets everything else. Searches ever wider circles: the
 * first that holds anything holds the nearest.
 *
 * @param matched rows that are passed over, as bits
 */
export function nearestInIndex(query: Query, track: Track, matched?: Int32Array): number | undefined {
  const { need, index, knowledge } = query;
  const { place, maxDistanceMeters } = need;
  if (!place || maxDistanceMeters === undefined) return undefined;
  // The need without a distance, over all programs within the circle.
  const anywhere: Need = { ...need, maxDistanceMeters: undefined };
  for (let meters = Math.max(50_000, 2 * maxDistanceMeters); ; meters *= 4) {
    const circle = universeOf(index, { ...need, maxDistanceMeters: meters / 2 });
    const asked = new Query(index, anywhere, knowledge, query, circle);
    let nearest: number | undefined;
    for (const row of addedRows(asked, track, matched)) {
      const away = metersTo(query, row);
      if (away !== undefined && away > maxDistanceMeters && away <= meters)
        nearest = smallerOf(nearest, away);
    }
    if (nearest !== undefined || meters > FARTHEST_METERS) return nearest;
  }
}

function metersTo({ need, index }: Query, row: number): number | undefined {
  return distanceTo(need, { place: index.columns.placeAt(row) });
}
