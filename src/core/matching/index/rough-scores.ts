import { EARTH_RADIUS_METERS, RADIANS } from '../facts/distance.js';
import { needsOpioidMedication } from '../need.js';
import { asksForTelehealth, distanceScale } from '../rules/criteria/distance.js';
import { totalOf } from '../score.js';
import type { Track } from '../rules/tracks.js';
import type { Query } from './query.js';
import type { RuleResults } from './rule-results.js';
import { evidenceResults } from './scores.js';

/** Scores of some programs, in the order of their rows, that differ from the exact ones by `slack` at most. */
interface RoughScores {
  readonly score: Float64Array;
  readonly slack: number;
}

/** With fewer programs to leave out, exact scores of all of them take less time. */
const WORTH_IT = 24;

/**
 * Of some programs those that may be among the best: all whose rough score is not surely beaten by that of `limit` others.
 * What is even in score with one of the first is among them.
 */
export function mayBeFirst(query: Query, track: Track, rows: Uint32Array, limit: number): Uint32Array {
  if (limit === 0 || rows.length <= limit + WORTH_IT) return rows;
  const rough = roughScores(query, track, rows);
  if (!rough) return rows;
  const { score, slack } = rough;
  const least = nthBest(score, limit) - 2 * slack;
  return rows.filter((_, i) => score[i]! >= least);
}

/** The score of which `n - 1` others are higher or the same. */
function nthBest(scores: Float64Array, n: number): number {
  /** A heap of the best so far, the least of them on top. */
  const best = new Float64Array(n).fill(-Infinity);
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    if (score <= best[0]!) continue;
    let hole = 0;
    for (let child = 1; child < n; child = 2 * hole + 1) {
      if (child + 1 < n && best[child + 1]! < best[child]!) child += 1;
      if (best[child]! >= score) break;
      best[hole] = best[child]!;
      hole = child;
    }
    best[hole] = score;
  }
  return best[0]!;
}

/** Undefined where distances cannot be estimated well. */
function roughScores(query: Query, track: Track, rows: Uint32Array): RoughScores | undefined {
  const weighted = query.weighted(track);
  const total = totalOf(weighted);
  const score = new Float64Array(rows.length);
  const ids = new Uint32Array(rows.length);
  // For the last digits of the sums, and for rounding to nine digits.
  let slack = 1e-8;
  for (const { criterion, weight } of weighted) {
    const share = weight / total;
    if (criterion.code === 'distance') {
      const error = addCloseness(query, share, rows, score);
      if (error === undefined) return undefined;
      slack += share * error;
    } else if (criterion.code === 'evidence')
      for (const { results, part } of evidenceResults(query, track))
        addValues(results, share * part, rows, ids, score);
    else addValues(query.judgementsOn(criterion, track), share, rows, ids, score);
  }
  return { score, slack };
}

function addValues(
  results: RuleResults<{ readonly value: number }>,
  share: number,
  rows: Uint32Array,
  ids: Uint32Array,
  score: Float64Array,
): void {
  const { distinct } = results;
  if (!distinct) {
    for (let i = 0; i < rows.length; i++) score[i]! += share * results.at(rows[i]!).value;
    return;
  }
  distinct.resultIds(rows, ids);
  const values = distinct.measured[0]!;
  for (let i = 0; i < rows.length; i++) score[i]! += share * values[ids[i]!]!;
}

/** Steps of the table for 1. */
const STEPS = 256;
const LAST = 16;
/** exp(-x) for x up to `LAST`, in the middle of each step. */
const FADING = Float64Array.from({ length: LAST * STEPS }, (_, i) => Math.exp(-(i + 0.5) / STEPS));

/**
 * For distances up to some hundred kilometers, away from the poles. `DistanceBands` uses the same flat approximation: it is
 * good to half a percent there, which changes a closeness by less than 0.002; a step of the table by 0.002; and what is
 * beyond 4 degrees is so far away that it is closer to 0 than 0.003.
 */
const MOST_SCALE_METERS = 100_000;
const LEAST_SCALE_METERS = 1_000;
const MOST_LATITUDE = 60;
const CLOSENESS_ERROR = 0.007;

/** Adds about what `closeness` says. Returns how much it may be wrong, undefined if it cannot say. */
function addCloseness(
  { need, knowledge: { policy }, reach, index }: Query,
  share: number,
  rows: Uint32Array,
  score: Float64Array,
): number | undefined {
  const { place } = need;
  const scale = distanceScale(need, policy);
  if (!place || Math.abs(place.latitude) > MOST_LATITUDE) return undefined;
  if (scale < LEAST_SCALE_METERS || scale > MOST_SCALE_METERS) return undefined;
  const { latitude, longitude } = index.columns;
  const { unknown } = policy.criteria.distance;
  const { telehealth } = policy.curves.distance;
  const countsTelehealth = asksForTelehealth(need) && !needsOpioidMedication(need);
  const apart = need.preferences.modality === 'telehealth' ? 1 : telehealth;
  const cosine = Math.cos(place.latitude * RADIANS);
  const halfSine = (Math.sin(place.latitude * RADIANS) / 2) * RADIANS;
  const steps = (2 * EARTH_RADIUS_METERS * RADIANS * STEPS) / scale;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const north = latitude[row]! - place.latitude;
    const isPlaced = north === north;
    let near = isPlaced ? 0 : unknown;
    const east = longitude[row]! - place.longitude;
    if (north > -4 && north < 4 && east > -12 && east < 12) {
      const width = (cosine - halfSine * north) * east;
      const step = steps * Math.sqrt(north * north + width * width);
      near = step < FADING.length ? FADING[step | 0]! : 0;
    }
    if (countsTelehealth && reach.at(row)) near = isPlaced ? apart + (1 - apart) * near : apart;
    score[i]! += share * near;
  }
  // Exact distances are rounded to the metre.
  return CLOSENESS_ERROR + 1 / scale;
}
