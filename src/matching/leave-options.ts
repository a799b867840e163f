import type { RankedPage } from '../core/matching/index/rank-page.js';
import { acceptableLevels, levelsFrom, type Need } from '../core/matching/need.js';
import type { Track } from '../core/matching/rules/tracks.js';
import type { Language } from '../core/vocabulary/languages.js';
import { type LevelOfCare, ROUND_THE_CLOCK } from '../core/vocabulary/levels-of-care.js';
import { ANSWER_SENTENCES } from './answer-sentences.js';
import type { LeaveOption } from './match-response.dto.js';

/**
 * For a client who would rather keep working and a program that offers only round-the-clock care: the leave that may
 * protect the job (clinical/levels-of-care.md §4, Y4: from memory, so it is phrased as something to ask about).
 */
export function leaveOptionsFor(
  need: Need,
  levels: readonly LevelOfCare[],
  language: Language,
): LeaveOption[] {
  return need.cannotLeaveWork && isAway(need, levels) ? askAboutLeave(language) : [];
}

/**
 * The same for a whole list, also for an empty one: where round-the-clock care is what fits, or all that is left.
 *
 * @param levelsOf the levels that a program offers, by its id
 */
export function leaveOptionsOfTrack(
  { purpose }: Track,
  need: Need,
  ranking: RankedPage,
  levelsOf: (id: string) => readonly LevelOfCare[],
  language: Language,
): LeaveOption[] {
  if (!need.cannotLeaveWork || purpose !== 'treatment') return [];
  const { levelFloor } = need;
  const fitting = acceptableLevels(need) ?? (levelFloor && levelsFrom(levelFloor)) ?? [];
  const onlyAwayFits = fitting.length > 0 && fitting.every((level) => ROUND_THE_CLOCK.has(level));
  // What is left, where work excludes everything, are the near misses.
  const left =
    ranking.total > 0
      ? ranking.matches
      : ranking.nearMisses.filter(({ failing }) => failing.code === 'can_keep_working');
  const onlyAwayIsLeft =
    left.length > 0 && left.length >= ranking.total && left.every(({ id }) => isAway(need, levelsOf(id)));
  return onlyAwayFits || onlyAwayIsLeft ? askAboutLeave(language) : [];
}

/** Whether all that may help here is round-the-clock: an evening group is no alternative for who needs at least a ward. */
function isAway({ levelFloor }: Need, levels: readonly LevelOfCare[]): boolean {
  const possible = levelFloor ? levelsFrom(levelFloor, levels) : levels;
  return possible.length > 0 && possible.every((level) => ROUND_THE_CLOCK.has(level));
}

function askAboutLeave(language: Language): LeaveOption[] {
  return [{ code: 'ask-about-leave', message: ANSWER_SENTENCES[language].askAboutLeave }];
}
