import type { ProgramRank } from '../core/matching/index/find-rank.js';
import { isLookedAt } from '../core/matching/judge-candidate.js';
import type { Track } from '../core/matching/rules/tracks.js';
import { relaxationsFor } from '../core/matching/why-not.js';
import type { Language } from '../core/vocabulary/languages.js';
import { shownIn, toExplained, toScored } from './match-answer.js';
import type { ReadRequest } from './need/request-reader.js';
import { toProgramRelaxation } from './relaxation-answer.js';
import type { WhyNotResponse } from './why-not.dto.js';

/** Converts a program with its place for the response, whether or not it is a match. */
export function toPlacedProgram(
  placed: ProgramRank,
  track: Track,
  { snapshot, need }: ReadRequest,
  language: Language,
): Omit<WhyNotResponse, 'purpose'> {
  const { id, tier, place, sharedBy, levelWithPrevious, of, constraints } = placed;
  const { index } = snapshot;
  const candidate = index.columns.candidateAt(index.rowOf(id)!);
  const shown = shownIn(snapshot, id);
  return {
    program: shown.program,
    inList: track.includes(candidate),
    lookedAt: isLookedAt(need, candidate, track.purpose),
    tier,
    ...toScored(placed),
    place,
    sharedBy,
    levelWithPrevious,
    of,
    ...toExplained(placed, shown, snapshot, language),
    relaxations: relaxationsFor(track.needOf(need), candidate, track, snapshot, constraints).map((each) =>
      toProgramRelaxation(each, language),
    ),
  };
}
