import { stance } from '../candidate.js';
import type { Need } from '../need.js';
import { type Answers, FlagsByClass } from './rule-results.js';
import { slicesAround } from './grid.js';
import type { ProgramIndex } from './program-index.js';
import { BEYOND, INNER, Rings } from './distance-bands.js';

/** The rows that are looked at for a need, whatever the track; see `isInUniverse`. */
export interface Universe {
  readonly rows: Uint32Array;
  /** For each of them 1 where its place is within the maximum distance; where that is asked. */
  readonly within: Uint8Array;
}

/** Nobody asked for a distance. */
const NOWHERE = new Uint8Array();

/**
 * Looks up the universe of a need: by the grid around a place, by the lists of telehealth, then through the tail.
 *
 * @param reach whether a program comes to this client by telehealth; see `reachesByTelehealth`
 */
export function universeOf(index: ProgramIndex, need: Need, reach: Answers<boolean>): Universe {
  if (need.place && need.maxDistanceMeters !== undefined)
    return around(index, need, need.maxDistanceMeters, reach);
  const rows = new Uint32Array(index.length);
  let count = 0;
  if (need.place || need.state === undefined) {
    for (let row = 0; row < index.length; row++) if (index.isAlive(row)) rows[count++] = row;
    return { rows: rows.subarray(0, count), within: NOWHERE };
  }
  const { state } = need;
  const { states } = index.columns;
  // Without a place a client of the state is reached whether they would rather come or not.
  const reachesState = new FlagsByClass(
    index.columns,
    'reach',
    (candidate) =>
      stance(candidate, 'modalities', 'telehealth') === 'yes' &&
      stance(candidate, 'telehealthStates', state) === 'yes',
  );
  for (let row = 0; row < index.length; row++)
    if (index.isAlive(row) && (states.at(row) === state || reachesState.at(row))) rows[count++] = row;
  return { rows: rows.subarray(0, count), within: NOWHERE };
}

function around(index: ProgramIndex, need: Need, maximum: number, reach: Answers<boolean>): Universe {
  const { columns, located, base } = index;
  const { latitude, longitude, states } = columns;
  const slices = slicesAround(need.place!, 2 * maximum, latitude, longitude, located);
  const takesTelehealth = !need.modalities || need.modalities.includes('telehealth');
  const reaching = need.state !== undefined && takesTelehealth ? index.rowsReaching(need.state) : [];
  const most = slices.reduce((sum, [from, to]) => sum + to - from, reaching.length + index.length - located);
  const rows = new Uint32Array(most);
  const within = new Uint8Array(most);
  let count = 0;
  const look = (row: number, ring: number) => {
    rows[count] = row;
    within[count] = ring === INNER ? 1 : 0;
    count += 1;
  };
  const rings = new Rings(need.place!, maximum, 2 * maximum);
  const isOwnState = (row: number) => need.state === undefined || states.at(row) === need.state;

  for (const [from, to] of slices)
    for (let row = from; row < to; row++) {
      const ring = rings.ringOf(latitude[row]!, longitude[row]!);
      if (ring !== BEYOND && index.isAlive(row)) look(row, ring);
    }
  for (const row of reaching)
    if (row < located && index.isAlive(row) && rings.ringOf(latitude[row]!, longitude[row]!) === BEYOND)
      look(row, BEYOND);
  for (let row = located; row < base; row++)
    if (index.isAlive(row) && (isOwnState(row) || reach.at(row))) look(row, BEYOND);
  for (let row = base; row < index.length; row++) {
    if (!index.isAlive(row)) continue;
    const isLocated = !Number.isNaN(latitude[row]!);
    const ring = isLocated ? rings.ringOf(latitude[row]!, longitude[row]!) : BEYOND;
    if ((isLocated ? ring !== BEYOND : isOwnState(row)) || reach.at(row)) look(row, ring);
  }
  return { rows: rows.subarray(0, count), within: within.subarray(0, count) };
}
