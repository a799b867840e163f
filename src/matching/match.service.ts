import { Injectable } from '@nestjs/common';
import { byRank, rankPrograms, type RankedProgram } from '../core/matching/rank-programs.js';
import { ALL_TRACKS } from '../core/matching/tracks.js';
import { ResourceCatalog } from '../evidence/resource-catalog.js';
import { Cursors } from '../http/cursors.js';
import { DirectorySnapshots } from './directory-snapshot.js';
import { toAssessment, toTrackResponse } from './match-answer.js';
import type { MatchRequest } from './match-request.dto.js';
import { resourcesFor } from './match-resources.js';
import type { MatchAnswer } from './match-response.dto.js';
import { needFromRequest } from './need-from-request.js';
import type { Purpose } from '../core/matching/codes.js';

const DEFAULT_LIMIT = 20;
const CURSOR_KIND = 'matches';

/** Where a page ended: its track and the rank of its last program. Nothing of the client is in it. */
interface Position {
  readonly track: Purpose;
  readonly after: Pick<
    RankedProgram,
    'id' | 'tier' | 'safetyOpen' | 'score' | 'knownWeight' | 'distanceMeters'
  >;
}

/** Answers what a client needs. Reads the request, keeps nothing of it. */
@Injectable()
export class MatchService {
  constructor(
    private readonly snapshots: DirectorySnapshots,
    private readonly resources: ResourceCatalog,
    private readonly cursors: Cursors,
  ) {}

  async match(request: MatchRequest): Promise<MatchAnswer> {
    const { snapshot, stale } = await this.snapshots.current();
    const need = needFromRequest(request, snapshot.registry, (programId) => {
      const program = snapshot.programs.get(programId);
      return (
        program && {
          organizationId: program.organization.id,
          levelsOfCare: program.levelsOfCare,
        }
      );
    });
    const codec = await this.cursors.codec();
    const position =
      request.cursor === undefined
        ? undefined
        : (codec.decode(CURSOR_KIND, request.cursor, { pointer: '/cursor' }) as Position);
    const limit = request.limit ?? DEFAULT_LIMIT;
    const tracks = ALL_TRACKS.filter((track) =>
      position ? track.purpose === position.track : track.isOpenedBy(need),
    );
    return {
      safety: [],
      assessment: toAssessment(need),
      tracks: tracks.map((track) => {
        const ranking = rankPrograms(need, snapshot.candidates, track, snapshot);
        const rest = position
          ? ranking.matches.filter((match) => byRank(match, position.after) > 0)
          : ranking.matches;
        const matches = rest.slice(0, limit);
        const last = rest.length > limit ? matches.at(-1) : undefined;
        return toTrackResponse(
          track,
          need,
          ranking,
          {
            matches,
            ...(last ? { nextCursor: codec.encode(CURSOR_KIND, positionAfter(track.purpose, last)) } : {}),
          },
          resourcesFor(need, track.purpose, this.resources),
          snapshot,
        );
      }),
      ranking: {
        policy: snapshot.policy.version,
        directoryVersion: snapshot.versions.directory,
        evidenceVersion: snapshot.versions.evidence,
        stale,
        paidPlacement: false,
      },
    };
  }
}

function positionAfter(
  track: Purpose,
  { id, tier, safetyOpen, score, knownWeight, distanceMeters }: RankedProgram,
): Position {
  return { track, after: { id, tier, safetyOpen, score, knownWeight, distanceMeters } };
}
