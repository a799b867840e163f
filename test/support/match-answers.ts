import type { MatchRequest } from '../../src/matching/match-request.dto.js';
import type { MatchAnswer, TrackResponse } from '../../src/matching/match-answer.dto.js';
import type { Purpose } from '../../src/core/matching/codes.js';
import type { Tier } from '../../src/core/matching/ranking.js';
import { mergePatch } from './merge-patch.js';
import type { WholeService } from './whole-service.js';

/** A request as written by a client. */
export type Asked = MatchRequest;

export async function answerTo(service: WholeService, asked: Asked): Promise<MatchAnswer> {
  const response = await service.match(asked);
  expect({ status: response.status, problem: (response.body as { errors?: unknown }).errors }).toEqual({
    status: 200,
    problem: undefined,
  });
  return response.body as MatchAnswer;
}

/** The request with the tokens of everything that holds its list, which the service is asked for first. */
export async function acknowledging(service: WholeService, asked: Asked): Promise<Asked> {
  const { safety } = await answerTo(service, asked);
  return { ...asked, assessment: { ...asked.assessment, acknowledged: tokensOf(safety) } };
}

/** The tokens of the messages that hold a list. */
export function tokensOf(messages: readonly { token: string | null }[]): string[] {
  return messages.flatMap(({ token }) => (token === null ? [] : [token]));
}

export function trackOf(answer: MatchAnswer, purpose: Purpose): TrackResponse {
  const track = answer.tracks.find((one) => one.purpose === purpose);
  if (!track) throw new Error(`The answer has no track ${purpose}.`);
  return track;
}

/** Every match of a track: its first page, and all that follow by cursor. Each page counts the tiers of them all. */
export async function wholeTrack(
  service: WholeService,
  asked: Asked,
  purpose: Purpose,
): Promise<TrackResponse['matches']> {
  const first = trackOf(await answerTo(service, { limit: 100, ...asked }), purpose);
  const matches = [...first.matches];
  const { tiers } = first;
  for (let cursor = first.nextCursor; cursor !== undefined;) {
    const answer = await answerTo(service, { limit: 100, ...asked, cursor });
    const [track] = answer.tracks;
    expect([answer.tracks.length, track?.purpose, track?.total]).toEqual([1, purpose, first.total]);
    expect(track?.tiers).toEqual(tiers);
    matches.push(...(track?.matches ?? []));
    cursor = track?.nextCursor;
  }
  const count = (tier: Tier) => matches.filter((match) => match.tier === tier).length;
  expect(tiers).toEqual({ meets_all: count('meets_all'), confirm_first: count('confirm_first') });
  return matches;
}

/**
 * The promises of each relaxation, and what a second request finds: the change applied to the request as a JSON merge
 * patch, the matches it adds, and the best score among them.
 */
export async function promisesOf(service: WholeService, asked: Asked) {
  const answer = await answerTo(service, asked);
  const promises = [];
  for (const { purpose, relaxations } of answer.tracks) {
    if (relaxations.length === 0) continue;
    const before = new Set((await wholeTrack(service, asked, purpose)).map(({ program }) => program.id));
    for (const { constraint, change, wouldAdd, bestScore } of relaxations) {
      const relaxed = mergePatch(asked, change) as Asked;
      const after = await wholeTrack(service, relaxed, purpose);
      const added = after.filter(({ program }) => !before.has(program.id));
      promises.push({
        of: `${purpose}: ${constraint} ${JSON.stringify(change)}`,
        promised: { wouldAdd, bestScore, total: before.size + wouldAdd },
        found: {
          wouldAdd: added.length,
          bestScore: Math.max(...added.map(({ score }) => score)),
          total: after.length,
        },
      });
    }
  }
  return promises;
}
