import { REACHES_CLIENT, reachesState, takesTelehealth } from '../rules/telehealth.js';
import type { Need } from '../need.js';
import type { Reads } from '../rules/reads.js';
import { type RuleResults, FlagsByEntry } from './rule-results.js';
import { slicesAround } from './grid.js';
import { columnFor } from './projections.js';
import type { ProgramIndex } from './program-index.js';
import { BEYOND, INNER, DistanceBands } from './distance-bands.js';

/** The site of a row, with respect to the place of a need. */
export const WITHIN = 1;
/** Within twice the distance, or in the client's state. */
export const AROUND = 2;
/** Looked at only in a track that telehealth reaches the client for. */
export const AFAR = 0;

/** The rows that a query looks at in some track; see `isLookedAt` and `rowsOfTrack`. */
export interface Universe {
  readonly rows: Uint32Array;
  /** Per row: where its site is. Empty where it does not matter. */
  readonly sites: Uint8Array;
}

/** What `universeOf` reads. */
export const UNIVERSE_READS: Reads = {
  facts: {},
  need: ['place', 'maxDistanceMeters', 'modalities', 'strictness', 'state'],
};

const NOT_ASKED = new Uint8Array();

/**
 * Looks up the universe of a need: by the grid around a place, by the telehealth lists of the state, then through the
 * delta segment.
 *
 * @param reach whether a program reaches this client by telehealth; see `reachesByTelehealth`
 */
export function universeOf(index: ProgramIndex, need: Need, reach: RuleResults<boolean>): Universe {
  if (need.place && need.maxDistanceMeters !== undefined)
    return around(index, need, need.maxDistanceMeters, reach);
  const rows = new Uint32Array(index.length);
  let count = 0;
  if (need.place || need.state === undefined) {
    for (let row = 0; row < index.length; row++) if (index.isLive(row)) rows[count++] = row;
    return { rows: rows.subarray(0, count), sites: NOT_ASKED };
  }
  const { state } = need;
  const { states } = index.columns;
  // Without a place a client of the state is reached whether they would rather come or not.
  const reaching = new FlagsByEntry(index.columns, columnFor(REACHES_CLIENT.facts), (candidate) =>
    reachesState(candidate, state),
  );
  const sites = new Uint8Array(index.length);
  for (let row = 0; row < index.length; row++) {
    if (!index.isLive(row)) continue;
    const isOwn = states.at(row) === state;
    if (!isOwn && !reaching.at(row)) continue;
    sites[count] = isOwn ? AROUND : AFAR;
    rows[count++] = row;
  }
  return { rows: rows.subarray(0, count), sites: sites.subarray(0, count) };
}

function around(index: ProgramIndex, need: Need, maximum: number, reach: RuleResults<boolean>): Universe {
  const { columns, located, base } = index;
  const { latitude, longitude, states } = columns;
  const slices = slicesAround(need.place!, 2 * maximum, latitude, longitude, located);
  const reaching = need.state !== undefined && takesTelehealth(need) ? index.rowsReaching(need.state) : [];
  const capacity = slices.reduce(
    (sum, [from, to]) => sum + to - from,
    reaching.length + index.length - located,
  );
  const rows = new Uint32Array(capacity);
  const sites = new Uint8Array(capacity);
  let count = 0;
  const add = (row: number, site: number) => {
    rows[count] = row;
    sites[count] = site;
    count += 1;
  };
  const siteIn = (band: number) => (band === INNER ? WITHIN : band === BEYOND ? AFAR : AROUND);
  const bands = new DistanceBands(need.place!, maximum, 2 * maximum);
  const isOwnState = (row: number) => need.state === undefined || states.at(row) === need.state;

  for (const [from, to] of slices)
    for (let row = from; row < to; row++) {
      const band = bands.bandOf(latitude[row]!, longitude[row]!);
      if (band !== BEYOND && index.isLive(row)) add(row, siteIn(band));
    }
  for (const row of reaching)
    if (row < located && index.isLive(row) && bands.bandOf(latitude[row]!, longitude[row]!) === BEYOND)
      add(row, AFAR);
  for (let row = located; row < base; row++)
    if (index.isLive(row) && (isOwnState(row) || reach.at(row))) add(row, isOwnState(row) ? AROUND : AFAR);
  for (let row = base; row < index.length; row++) {
    if (!index.isLive(row)) continue;
    const isLocated = !Number.isNaN(latitude[row]!);
    const band = isLocated ? bands.bandOf(latitude[row]!, longitude[row]!) : BEYOND;
    const site = isLocated ? siteIn(band) : isOwnState(row) ? AROUND : AFAR;
    if (site !== AFAR || reach.at(row)) add(row, site);
  }
  return { rows: rows.subarray(0, count), sites: sites.subarray(0, count) };
}
