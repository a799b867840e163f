import { Injectable } from '@nestjs/common';
import { AssessmentService } from '../assessments/assessment.service.js';
import type { Purpose } from '../core/matching/codes.js';
import { Query } from '../core/matching/index/query.js';
import { rankPage } from '../core/matching/index/rank-page.js';
import type { RankedProgram } from '../core/matching/ranking.js';
import { ALL_TRACKS, type Track } from '../core/matching/rules/tracks.js';
import type { Language } from '../core/vocabulary/languages.js';
import { ResourceCatalog } from '../evidence/resource-catalog.js';
import { Cursors } from '../http/pages/cursors.js';
import { Problem } from '../http/problem.js';
import { type HeldDirectory, LiveDirectory } from './live/live-directory.js';
import { nameOf } from './live/pinned-snapshots.js';
import { MatchTexts } from './answer-text/match-texts.js';
import type { RankedList } from './match-answer.js';
import { type MatchPosition, readPosition, writePosition, type WrittenPosition } from './match-position.js';
import { type MatchResult, toMatchAnswer } from './match-result.js';
import type { MatchRequest } from './match-request.dto.js';
import { resourcesFor } from './match-resources.js';
import type { TrackResponse } from './match-answer.dto.js';
import { type ReadRequest, RequestReader } from './need/request-reader.js';
import { TravelTimes } from './travel/travel-times.js';
import { Ways } from './travel/ways.js';

/** As many as a person reads. */
const DEFAULT_LIMIT = 10;
const DEFAULT_NEAR_MISSES = 5;
/** Also says how the position is written, so that a cursor of an earlier build is refused and not misread. */
const CURSOR_KIND = 'matches 2';

/** Ranks programs for the needs of a client. Reads the request and stores nothing of it. */
@Injectable()
export class MatchService {
  private readonly texts = new MatchTexts();

  constructor(
    private readonly live: LiveDirectory,
    private readonly requests: RequestReader,
    private readonly assessments: AssessmentService,
    private readonly resources: ResourceCatalog,
    private readonly cursors: Cursors,
    private readonly travel: TravelTimes,
  ) {}

  /** The answer as UTF-8 JSON: the bytes of `toMatchAnswer`, or of its short form, without making the objects. */
  write(result: MatchResult, detail: MatchRequest['detail']): Buffer {
    return this.texts.write(result, detail);
  }

  /** @throws Problem 410 with the first page, if the version of the directory is gone that the list began with */
  async result(request: MatchRequest, language: Language): Promise<MatchResult> {
    const now = await this.live.current();
    if (request.cursor === undefined) return this.resultWith(request, language, now);
    const codec = await this.cursors.codec();
    const position = readPosition(
      codec.decode(CURSOR_KIND, request.cursor, { pointer: '/cursor' }) as WrittenPosition,
    );
    const walked = this.live.versionOf(position.version, now);
    if (walked) return this.resultWith(request, language, walked, position);
    const { cursor: _walked, ...anew } = request;
    const fresh = toMatchAnswer(await this.resultWith(anew, language, now));
    throw new Problem(
      'gone',
      'The directory has changed since this list began, and that version is no longer available. Start again ' +
        'with the first page, which is in `firstPage`.',
      [{ pointer: '/cursor', message: 'names a version of the directory that is no longer available' }],
      { extensions: { firstPage: { ...fresh, tracks: fresh.tracks.filter(isOf(position.track)) } } },
    );
  }

  private async resultWith(
    request: MatchRequest,
    language: Language,
    directory: HeldDirectory,
    position?: MatchPosition,
  ): Promise<MatchResult> {
    const read = this.requests.readWith(directory, request, language);
    const { need, assessment, first, snapshot } = read;
    const opened = ALL_TRACKS.filter((track) =>
      position
        ? track.purpose === position.track
        : track.isOpenedBy(need) && (request.tracks?.includes(track.purpose) ?? true),
    );
    const query = new Query(snapshot.index, need, snapshot);
    const lists: RankedList[] = [];
    for (const track of first.held ? [] : opened) {
      const page = {
        limit: request.limit ?? DEFAULT_LIMIT,
        nearMisses: request.nearMisses ?? DEFAULT_NEAR_MISSES,
        ...(position ? { after: position.after } : {}),
      };
      const own = track.needOf(need);
      const ranking = rankPage(own === need ? query : new Query(snapshot.index, own, snapshot), track, page);
      const last = ranking.hasMore ? ranking.matches.at(-1) : undefined;
      const nextCursor = last && (await this.cursorAfter(read, track, last));
      lists.push({
        track,
        ranking,
        nextCursor,
        resources: resourcesFor(need, track.purpose, this.resources),
      });
    }
    const { columns } = snapshot.index;
    const ways = await Ways.to(
      lists.flatMap(({ ranking }) => Array.from(ranking.rows.values(), (row) => columns.placeAt(row))),
      need,
      request.constraints?.travelBy,
      this.travel,
      language,
    );
    const reading = this.assessments.reading(assessment, first.notAsked ?? [], language);
    return { read, reading, lists, context: { need, snapshot, ways, language } };
  }

  /** From now on the version is kept for the next pages of the list. */
  private async cursorAfter({ snapshot }: ReadRequest, track: Track, last: RankedProgram): Promise<string> {
    this.live.pin(snapshot);
    const position = writePosition({ track: track.purpose, version: nameOf(snapshot), after: last });
    return (await this.cursors.codec()).encode(CURSOR_KIND, position);
  }
}

function isOf(purpose: Purpose): (track: TrackResponse) => boolean {
  return (track) => track.purpose === purpose;
}
