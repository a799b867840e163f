import { stance } from '../candidate.js';
import type { Need } from '../need.js';
import { type Answers, FlagsByClass } from './answers.js';
import { slicesAround } from './grid.js';
import { Nearness } from './nearness.js';
import type { ProgramIndex } from './program-index.js';

/** The rows that are looked at for a need, whatever the track; see `isInUniverse`. */
export interface Universe {
  readonly rows: readonly number[];
  /** For each of them 1 where its place is within the maximum distance; where that is asked. */
  readonly within: readonly number[];
}

/**
 * Looks up the universe of a need: by the grid around a place, by the lists of telehealth, then through the tail.
 *
 * @param reach whether a program comes to this client by telehealth; see `reachesByTelehealth`
 */
export function universeOf(index: ProgramIndex, need: Need, reach: Answers<boolean>): Universe {
  if (need.place && need.maxDistanceMeters !== undefined)
    return around(index, need, need.maxDistanceMeters, reach);
  const rows: number[] = [];
  if (need.place || need.state === undefined) {
    for (let row = 0; row < index.length; row++) if (index.isAlive(row)) rows.push(row);
    return { rows, within: [] };
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
    if (index.isAlive(row) && (states.at(row) === state || reachesState.at(row))) rows.push(row);
  return { rows, within: [] };
}

function around(index: ProgramIndex, need: Need, maximum: number, reach: Answers<boolean>): Universe {
  const { columns, located, base } = index;
  const { latitude, longitude, states } = columns;
  const near = new Nearness(need.place!, maximum);
  const far = new Nearness(need.place!, 2 * maximum);
  const rows: number[] = [];
  const within: number[] = [];
  const look = (row: number) => {
    rows.push(row);
    within.push(near.has(latitude[row]!, longitude[row]!) ? 1 : 0);
  };
  const isFar = (row: number) => far.has(latitude[row]!, longitude[row]!);
  const isOwnState = (row: number) => need.state === undefined || states.at(row) === need.state;

  for (const [from, to] of slicesAround(need.place!, 2 * maximum, latitude, longitude, located))
    for (let row = from; row < to; row++) if (index.isAlive(row) && isFar(row)) look(row);
  const takesTelehealth = !need.modalities || need.modalities.includes('telehealth');
  if (need.state !== undefined && takesTelehealth)
    for (const row of index.rowsReaching(need.state))
      if (row < located && index.isAlive(row) && !isFar(row)) look(row);
  for (let row = located; row < base; row++)
    if (index.isAlive(row) && (isOwnState(row) || reach.at(row))) look(row);
  for (let row = base; row < index.length; row++) {
    if (!index.isAlive(row)) continue;
    const isLocated = !Number.isNaN(latitude[row]!);
    if ((isLocated ? isFar(row) : isOwnState(row)) || reach.at(row)) look(row);
  }
  return { rows, within };
}
