import { cachedNeed, needWith } from '../rules/reads.js';
import {
  isReachedFromAfar,
  REACH_FROM_AFAR,
  REACHES,
  REACHES_CLIENT,
  type ReachByTelehealth,
  reachesByTelehealth,
  reachFromAfar,
} from '../rules/telehealth.js';
import type { Purpose } from '../codes.js';
import type { Need } from '../need.js';
import type { Knowledge } from '../rules/constraint.js';
import type { Track } from '../rules/tracks.js';
import type { ProgramColumns } from './program-columns.js';
import { columnFor } from './projections.js';
import { cachedResults } from './result-cache.js';
import { FlagsByEntry, ResultsByEntry, type RuleResults } from './rule-results.js';

/** Whether each program reaches the client by telehealth. */
export function reachOf(columns: ProgramColumns, need: Need, knowledge: Knowledge): RuleResults<boolean> {
  const asked = cachedNeed(REACHES_CLIENT, need)!;
  return cachedResults(columns, knowledge, 'telehealth', asked, () => {
    const askedNeed = needWith(asked);
    return new FlagsByEntry(columns, columnFor(REACHES_CLIENT.facts), (candidate) =>
      reachesByTelehealth(askedNeed, candidate),
    );
  });
}

/** What telehealth makes of each program beyond the distance, in a track. */
export function reachesOf(
  columns: ProgramColumns,
  need: Need,
  knowledge: Knowledge,
  { purpose }: Track,
): ResultsByEntry<ReachByTelehealth> {
  const asked = cachedNeed(REACH_FROM_AFAR, need)!;
  return cachedResults(columns, knowledge, `from afar ${purpose}`, asked, () => {
    const askedNeed = needWith(asked);
    return new ResultsByEntry(
      columns,
      columnFor(REACH_FROM_AFAR.facts),
      (candidate) => reachFromAfar(askedNeed, candidate, purpose),
      [(reach) => REACHES.indexOf(reach)],
    );
  });
}

/** Whether each program is looked at, without a place, because it reaches the client's state by telehealth. */
export function reachedInState(
  columns: ProgramColumns,
  need: Need,
  knowledge: Knowledge,
  purpose: Purpose,
): ResultsByEntry<boolean> {
  const asked = cachedNeed(REACH_FROM_AFAR, need)!;
  return cachedResults(columns, knowledge, `reached in state ${purpose}`, asked, () => {
    const askedNeed = needWith(asked);
    return new ResultsByEntry(
      columns,
      columnFor(REACH_FROM_AFAR.facts),
      (candidate) => isReachedFromAfar(askedNeed, candidate, purpose),
      [Number],
    );
  });
}
