import type { ConstraintCode } from '../codes.js';
import type { Need } from '../need.js';
import { mostUseful, type Proposal, proposeRelaxations, smallerOf } from '../rules/relaxations.js';
import type { Relaxation } from '../ranking.js';
import type { Track } from '../rules/tracks.js';
import { distanceTo } from '../facts/distance.js';
import { Query } from './query.js';
import { constraintOf, type Scan, scanTrack } from './scan.js';
import { scoreRows } from './scores.js';
import { universeOf } from './universe.js';

/** A little more than half the way around the earth: there is nothing beyond it. */
const FARTHEST_METERS = 20_100_000;

/** What would add matches: the answer of `findRelaxations`, with results shared between the needs. */
export function relax(
  query: Query,
  track: Track,
  scan: Scan,
  { matched: matches, missed }: { readonly matched: Uint32Array; readonly missed: Uint32Array },
): Relaxation[] {
  const matched = new Uint8Array(query.index.length);
  for (const i of matches) matched[scan.rows[i]!] = 1;
  const proposals = proposeRelaxations(query.need, track, {
    smallestFound: smallestFound(query, track, scan, missed),
    nearestBeyond: () => nearestInIndex(query, track, matched),
  });
  return mostUseful(proposals.map((proposal) => tryOut(query, track, proposal, matched)));
}

function smallestFound(
  query: Query,
  track: Track,
  scan: Scan,
  missed: Uint32Array,
): Map<ConstraintCode, number | undefined> {
  const smallest = new Map<ConstraintCode, number | undefined>();
  for (const i of missed) {
    const { code } = constraintOf(scan, scan.failing[i]!).constraint;
    const row = scan.rows[i]!;
    const found =
      code === 'within_distance'
        ? metersBeyond(query, track, row)
        : query.verdictsOn(code, track).at(row)!.found;
    smallest.set(code, smallerOf(smallest.get(code), found));
  }
  return smallest;
}

function tryOut(
  query: Query,
  track: Track,
  { need, constraint, change, label }: Proposal,
  matched: Uint8Array,
): Relaxation {
  const changed = new Query(query.index, need, query.knowledge, query);
  const added = addedRows(changed, track, matched);
  const { score } = scoreRows(changed, track, added);
  return {
    constraint,
    change,
    label,
    wouldAdd: added.length,
    bestScore: score.reduce((best, each) => Math.max(best, each), 0),
  };
}

function addedRows(changed: Query, track: Track, matched: Uint8Array): Uint32Array {
  const { rows, failing } = scanTrack(changed, track);
  return rows.filter((row, i) => failing[i] === 0 && matched[row] === 0);
}

/**
 * Metres to the nearest program beyond the maximum distance that meets everything else. Searches ever wider circles: the
 * first that holds anything holds the nearest.
 *
 * @param matched per row: 1 where it is passed over
 */
export function nearestInIndex(query: Query, track: Track, matched: Uint8Array): number | undefined {
  const { need, index, knowledge } = query;
  const { place, maxDistanceMeters } = need;
  if (!place || maxDistanceMeters === undefined) return undefined;
  // The need without a distance, over all programs within the circle.
  const anywhere: Need = { ...need, maxDistanceMeters: undefined };
  for (let meters = Math.max(50_000, 2 * maxDistanceMeters); ; meters *= 4) {
    const circle = universeOf(index, { ...need, maxDistanceMeters: meters / 2 }, query.reach);
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

/** The distance that `within_distance` found of a program that it excludes; none where telehealth may bridge it. */
function metersBeyond(query: Query, track: Track, row: number): number | undefined {
  return query.fromAfar(track).at(row) === 'no' ? metersTo(query, row) : undefined;
}
