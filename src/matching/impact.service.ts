import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v4 as uuidV4 } from 'uuid';
import { AssessmentService } from '../assessments/assessment.service.js';
import { ALL_TRACKS } from '../core/matching/rules/tracks.js';
import { storeImpact } from '../evidence/ratings/impact.queries.js';
import type { Rating } from '../evidence/ratings/rating.entity.js';
import { existingVersion } from '../evidence/ratings/write-draft.js';
import { Problem } from '../http/problem.js';
import { actorOf, withoutStoredAnswer, type WriteContext } from '../http/writes/write-context.js';
import { Writes } from '../http/writes/writes.js';
import type { DirectorySnapshot } from './live/directory-snapshot.js';
import { LiveDirectory } from './live/live-directory.js';
import { type GoldenNeed, readGoldenNeeds } from './golden-needs.js';
import {
  badgeChanges,
  type ImpactOnList,
  impactOn,
  numbersOf,
  registryWith,
  summaryOf,
  toMove,
} from './impact-of-rating.js';
import type {
  ImpactCaseResponse,
  ImpactMovesRequest,
  ImpactMovesResponse,
  ImpactRequest,
  ImpactResponse,
} from './impact.dto.js';
import type { MatchRequest } from './match-request.dto.js';
import { readNeed } from './need/read-need.js';

const MOVES_PER_PAGE = 50;

/** A version, and the directory with and without it. */
interface Prospect {
  readonly rating: Rating;
  readonly versions: readonly Rating[];
  readonly before: DirectorySnapshot;
  readonly after: DirectorySnapshot;
}

/** Calculates what publishing a version of a rating would change, on the current directory and evidence. */
@Injectable()
export class ImpactService {
  private goldenNeeds: Promise<GoldenNeed[]> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: LiveDirectory,
    private readonly assessments: AssessmentService,
    private readonly writes: Writes,
  ) {}

  /** Ranks every case with and without the version; stores the version and the numbers, never a need. */
  async workOut(context: WriteContext, id: string, { cases = [] }: ImpactRequest): Promise<ImpactResponse> {
    const prospect = await this.prospectOf(id);
    const { rating, versions, before } = prospect;
    const impactCases: ImpactCaseResponse[] = [];
    const lists: ImpactOnList[] = [];
    const looked = [
      ...(await this.golden()).map((need) => ({ ...need, golden: true })),
      ...cases.map(({ name, request }) => ({ name, request, golden: false })),
    ];
    for (const { name, request, golden } of looked) {
      // Other requests get a turn in between.
      await setImmediate();
      const own = this.listsOf(name, request, prospect);
      lists.push(...own);
      impactCases.push({ name, golden, tracks: own.map(numbersOf) });
    }
    const impact: ImpactResponse = {
      id: uuidV4(),
      summary: summaryOf(lists, before),
      badges: badgeChanges(rating, versions),
      rating: id,
      edition: rating.edition,
      policy: before.policy.version,
      directoryVersion: before.versions.directory,
      evidenceVersion: before.versions.evidence,
      cases: impactCases,
    };
    return this.writes.perform(withoutStoredAnswer(context), async (manager) => {
      const { id: impactId, policy, directoryVersion, evidenceVersion, badges } = impact;
      await storeImpact(manager, {
        id: impactId,
        ratingId: id,
        ratingVersion: rating.version,
        evidenceVersion,
        directoryVersion,
        policy,
        summary: {
          badges,
          golden: impactCases.filter(({ golden }) => golden).map(({ name, tracks }) => ({ name, tracks })),
        },
        workedOutBy: actorOf(context).id,
      });
      return impact;
    });
  }

  /** A page of every move in one list; stores nothing. */
  async moves(
    id: string,
    { golden, request, purpose, from = 0, limit = MOVES_PER_PAGE }: ImpactMovesRequest,
  ): Promise<ImpactMovesResponse> {
    const prospect = await this.prospectOf(id);
    const need = await this.needOf(golden, request);
    const list = this.listsOf('', need, prospect).find((one) => one.purpose === purpose);
    if (!list)
      throw Problem.unprocessable([
        { pointer: '/purpose', message: `this need has no list of this purpose` },
      ]);
    const { before } = prospect;
    const page = list.moves.slice(from, from + limit);
    return {
      directoryVersion: before.versions.directory,
      evidenceVersion: before.versions.evidence,
      total: list.total,
      moved: list.moves.length,
      moves: page.map((move) => toMove(move, before)),
      nextFrom: from + limit < list.moves.length ? from + limit : null,
    };
  }

  private golden(): Promise<GoldenNeed[]> {
    return (this.goldenNeeds ??= readGoldenNeeds());
  }

  private async needOf(golden: string | undefined, request: MatchRequest | undefined): Promise<MatchRequest> {
    if ((golden === undefined) === (request === undefined))
      throw Problem.badRequest([
        { pointer: '', message: 'must have either golden, the name of a golden need, or request' },
      ]);
    if (request) return request;
    const needs = await this.golden();
    const found = needs.find(({ name }) => name === golden);
    if (found) return found.request;
    const names = needs.map(({ name }) => name);
    throw Problem.unprocessable([
      { pointer: '/golden', message: `there is no such golden need; there are: ${names.join('; ')}` },
    ]);
  }

  /** The version on the directory that is served; 409 if it cannot be published any more. */
  private async prospectOf(id: string): Promise<Prospect> {
    const { rating, versions } = await existingVersion(this.dataSource.manager, id);
    if (rating.status !== 'draft' && rating.status !== 'in_review')
      throw new Problem(
        'conflict',
        `Only a version that is a draft or in review can still be published; this one is ${rating.status}.`,
      );
    const { snapshot, staleSince } = await this.snapshots.current();
    if (staleSince) throw Problem.unavailable('The directory cannot be read at the moment.', 5);
    const after = { ...snapshot, registry: registryWith(rating, versions, snapshot.registry) };
    return { rating, versions, before: snapshot, after };
  }

  private listsOf(name: string, request: MatchRequest, prospect: Prospect): ImpactOnList[] {
    const { need } = readNeed(request, this.assessments, prospect.before);
    return ALL_TRACKS.filter((track) => track.isOpenedBy(need)).map((track) =>
      impactOn(name, track, track.needOf(need), prospect),
    );
  }
}
