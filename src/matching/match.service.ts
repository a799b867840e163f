import { Injectable } from '@nestjs/common';
import { AssessmentService } from '../assessments/assessment.service.js';
import { englishOnly } from '../assessments/english-only.js';
import type { Purpose } from '../core/matching/codes.js';
import { Query } from '../core/matching/index/query.js';
import { type RankedPage, rankPage } from '../core/matching/index/rank-page.js';
import type { RankKey, RankedProgram } from '../core/matching/ranking.js';
import { ALL_TRACKS, type Track } from '../core/matching/rules/tracks.js';
import type { Language } from '../core/vocabulary/languages.js';
import { ResourceCatalog } from '../evidence/resource-catalog.js';
import { Cursors } from '../http/pages/cursors.js';
import { Problem } from '../http/problem.js';
import { type HeldDirectory, LiveDirectory } from './live/live-directory.js';
import { nameOf } from './live/pinned-snapshots.js';
import { toClientQuestions } from './client-questions.js';
import { toLinesLegend } from './legend.js';
import {
  type AnswerContext,
  placeIn,
  toAssessment,
  toTrackResponse,
  type TrackExtras,
} from './match-answer.js';
import { MATCH_ENGLISH_ONLY } from './match-english-only.js';
import type { MatchRequest } from './match-request.dto.js';
import { resourcesFor } from './match-resources.js';
import type { MatchAnswer, TrackResponse } from './match-answer.dto.js';
import { type ReadRequest, RequestReader } from './need/request-reader.js';
import { TravelTimes } from './travel/travel-times.js';
import { Ways } from './travel/ways.js';

/** As many as a person reads. */
const DEFAULT_LIMIT = 10;
const DEFAULT_NEAR_MISSES = 5;
const CURSOR_KIND = 'matches';

/**
 * Where a page ended: its track, the version of the directory it was made from, and the place of its last program. It
 * contains nothing about the client.
 */
interface Position {
  readonly track: Purpose;
  readonly version: string;
  readonly after: RankKey;
}

/** Ranks programs for the needs of a client. Reads the request and stores nothing of it. */
@Injectable()
export class MatchService {
  constructor(
    private readonly live: LiveDirectory,
    private readonly requests: RequestReader,
    private readonly assessments: AssessmentService,
    private readonly resources: ResourceCatalog,
    private readonly cursors: Cursors,
    private readonly travel: TravelTimes,
  ) {}

  async match(request: MatchRequest, language: Language): Promise<MatchAnswer> {
    const now = await this.live.current();
    if (request.cursor === undefined) return this.answer(request, language, now);
    const codec = await this.cursors.codec();
    const position = codec.decode(CURSOR_KIND, request.cursor, { pointer: '/cursor' }) as Position;
    const walked = this.live.versionOf(position.version, now);
    if (walked) return this.answer(request, language, walked, position);
    const { cursor: _walked, ...anew } = request;
    const fresh = await this.answer(anew, language, now);
    throw new Problem(
      'gone',
      'The directory has changed since this list began, and that version is no longer available. Start again ' +
        'with the first page, which is in `firstPage`.',
      [{ pointer: '/cursor', message: 'names a version of the directory that is no longer available' }],
      { extensions: { firstPage: { ...fresh, tracks: fresh.tracks.filter(isOf(position.track)) } } },
    );
  }

  private async answer(
    request: MatchRequest,
    language: Language,
    directory: HeldDirectory,
    position?: Position,
  ): Promise<MatchAnswer> {
    const read = this.requests.readWith(directory, request, language);
    const { need, assessment, first, ranking } = read;
    const opened = ALL_TRACKS.filter((track) =>
      position
        ? track.purpose === position.track
        : track.isOpenedBy(need) && (request.tracks?.includes(track.purpose) ?? true),
    );
    const query = new Query(read.snapshot.index, need, read.snapshot);
    const lists: { track: Track; ranked: RankedPage; extras: TrackExtras }[] = [];
    for (const track of first.held ? [] : opened) {
      const page = {
        limit: request.limit ?? DEFAULT_LIMIT,
        nearMisses: request.nearMisses ?? DEFAULT_NEAR_MISSES,
        ...(position ? { after: position.after } : {}),
      };
      const own = track.needOf(need);
      const ranked = rankPage(
        own === need ? query : new Query(read.snapshot.index, own, read.snapshot),
        track,
        page,
      );
      const last = ranked.hasMore ? ranked.matches.at(-1) : undefined;
      const nextCursor = last && (await this.cursorAfter(read, track, last));
      const resources = resourcesFor(need, track.purpose, this.resources);
      lists.push({ track, ranked, extras: { nextCursor, resources } });
    }
    const { snapshot } = read;
    const shown = lists.flatMap(({ ranked: { matches, nearMisses } }) => [...matches, ...nearMisses]);
    const ways = await Ways.to(
      shown.map(({ id }) => placeIn(snapshot, id)),
      need,
      request.constraints?.travelBy,
      this.travel,
      language,
    );
    const context: AnswerContext = { need, snapshot, ways, language };
    return {
      ...first,
      detail: 'full',
      assessment: toAssessment(
        need,
        this.assessments.reading(assessment, first.notAsked ?? [], language),
        language,
      ),
      askClient: toClientQuestions(
        lists.map(({ track: { purpose }, ranked: { askClient } }) => ({ purpose, askClient })),
        need,
        language,
      ),
      tracks: lists.map(({ track, ranked, extras }) => toTrackResponse(track, ranked, extras, context)),
      legend: {
        travel: ways.legend(),
        ...toLinesLegend(
          lists.flatMap(({ ranked }) => ranked.matches),
          snapshot.today,
        ),
      },
      ranking,
      language,
      englishOnly: englishOnly(MATCH_ENGLISH_ONLY, language),
    };
  }

  /** From now on the version is kept for the next pages of the list. */
  private async cursorAfter({ snapshot }: ReadRequest, track: Track, last: RankedProgram): Promise<string> {
    this.live.pin(snapshot);
    const { id, leads, tier, safetyOpen, reachOpen, score, knownWeight, distanceMeters } = last;
    const after: RankKey = { id, leads, tier, safetyOpen, reachOpen, score, knownWeight, distanceMeters };
    const position: Position = { track: track.purpose, version: nameOf(snapshot), after };
    return (await this.cursors.codec()).encode(CURSOR_KIND, position);
  }
}

function isOf(purpose: Purpose): (track: TrackResponse) => boolean {
  return (track) => track.purpose === purpose;
}
