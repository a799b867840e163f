import { Injectable } from '@nestjs/common';
import { byRank, rankPrograms, type RankedProgram } from '../core/matching/rank-programs.js';
import { ALL_TRACKS } from '../core/matching/tracks.js';
import { AssessmentService, heldBy } from '../assessments/assessment.service.js';
import type { Language } from '../http/language.js';
import { ResourceCatalog } from '../evidence/resource-catalog.js';
import { Cursors } from '../http/cursors.js';
import { DirectorySnapshots } from './directory-snapshot.js';
import { toAssessment, toTrackResponse } from './match-answer.js';
import type { MatchRequest } from './match-request.dto.js';
import { resourcesFor } from './match-resources.js';
import type { MatchAnswer } from './match-response.dto.js';
import { readNeed } from './read-need.js';
import { TravelTimes } from './travel/travel-times.js';
import { withTravel } from './travel/with-travel.js';
import type { Purpose } from '../core/matching/codes.js';

const DEFAULT_LIMIT = 20;
const WHY_HELD =
  'The message comes first. Send the same request with these ids under assessment.acknowledged to see the options.';
const CURSOR_KIND = 'matches';

/** Where a page ended: its track and the rank of its last program. Nothing of the client is in it. */
interface Position {
  readonly track: Purpose;
  readonly after: Pick<
    RankedProgram,
    'id' | 'leads' | 'tier' | 'safetyOpen' | 'score' | 'knownWeight' | 'distanceMeters'
  >;
}

/** Answers what a client needs. Reads the request, keeps nothing of it. */
@Injectable()
export class MatchService {
  constructor(
    private readonly snapshots: DirectorySnapshots,
    private readonly resources: ResourceCatalog,
    private readonly cursors: Cursors,
    private readonly assessments: AssessmentService,
    private readonly travel: TravelTimes,
  ) {}

  async match(request: MatchRequest, language: Language): Promise<MatchAnswer> {
    const { snapshot, stale } = await this.snapshots.current();
    const { assessment: told = {} } = request;
    const { assessment, need } = readNeed(request, this.assessments, snapshot);
    const safety = this.assessments.messages(assessment, language, told.acknowledged ?? []);
    const held = heldBy(safety);
    const codec = await this.cursors.codec();
    const position =
      request.cursor === undefined
        ? undefined
        : (codec.decode(CURSOR_KIND, request.cursor, { pointer: '/cursor' }) as Position);
    const limit = request.limit ?? DEFAULT_LIMIT;
    const opened = ALL_TRACKS.filter((track) =>
      position ? track.purpose === position.track : track.isOpenedBy(need),
    );
    const tracks = held.length > 0 ? [] : opened;
    const answer: MatchAnswer = {
      safety,
      ...(told.responses || told.scores || told.risks
        ? { notAsked: this.assessments.notAsked(assessment) }
        : {}),
      held: held.length > 0 ? { acknowledge: held, why: WHY_HELD } : null,
      assessment: toAssessment(need, this.assessments.result(assessment)),
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
    const travelBy = request.constraints?.travelBy;
    return { ...answer, tracks: await withTravel(answer.tracks, need.place, travelBy, this.travel) };
  }
}

function positionAfter(
  track: Purpose,
  { id, leads, tier, safetyOpen, score, knownWeight, distanceMeters }: RankedProgram,
): Position {
  return { track, after: { id, leads, tier, safetyOpen, score, knownWeight, distanceMeters } };
}
