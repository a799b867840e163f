import type { Candidate } from '../../../src/core/matching/candidate.js';
import type { Knowledge } from '../../../src/core/matching/rules/constraint.js';
import type { Need } from '../../../src/core/matching/need.js';
import { rankMatches } from '../../../src/core/matching/reference/rank-programs.js';
import { NEAR_MISSES } from '../../../src/core/matching/ranking.js';
import { ALL_TRACKS } from '../../../src/core/matching/rules/tracks.js';
import type { MatchAnswer } from '../../../src/matching/match-answer.dto.js';

/** What an answer says otherwise than the plain function; undefined where they agree. */
export function differenceFromPlain(
  answer: MatchAnswer,
  need: Need,
  candidates: readonly Candidate[],
  knowledge: Knowledge,
): string | undefined {
  for (const told of answer.tracks) {
    const track = ALL_TRACKS.find(({ purpose }) => purpose === told.purpose)!;
    const plain = rankMatches(need, candidates, track, knowledge);
    const expected = JSON.stringify({
      total: plain.matches.length,
      universe: plain.universe,
      excluded: plain.excluded,
      matches: plain.matches
        .slice(0, told.matches.length)
        .map(({ id, tier, score, knownWeight, distanceMeters }) => [
          id,
          tier,
          score,
          knownWeight,
          distanceMeters ?? null,
        ]),
      nearMisses: plain.nearMisses
        .slice(0, NEAR_MISSES)
        .map(({ id, score, failing, distanceMeters }) => [id, score, failing.code, distanceMeters ?? null]),
    });
    const found = JSON.stringify({
      total: told.total,
      universe: told.universe,
      excluded: told.excluded,
      matches: told.matches.map(({ program, tier, score, knownWeight, distanceMeters }) => [
        program.id,
        tier,
        score,
        knownWeight,
        distanceMeters,
      ]),
      nearMisses: told.nearMisses.map(({ program, score, failing, distanceMeters }) => [
        program.id,
        score,
        failing.constraint,
        distanceMeters,
      ]),
    });
    if (found !== expected) return `${told.purpose}: ${found} should be ${expected}`;
  }
  return undefined;
}
