import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v4 as uuidV4 } from 'uuid';
import { AssessmentService } from '../assessments/assessment.service.js';
import { today } from '../config/today.js';
import { deriveBadge } from '../core/evidence/badge.js';
import type { GradedApproach } from '../core/evidence/rating.js';
import type { Registry } from '../core/evidence/grade.js';
import { type Move, movesBetween } from '../core/matching/moves.js';
import type { Need } from '../core/matching/need.js';
import { Query } from '../core/matching/index/query.js';
import { allMatches } from '../core/matching/index/rank-page.js';
import { shownIn } from './match-answer.js';
import { ALL_TRACKS, type Track } from '../core/matching/rules/tracks.js';
import { toGradedClaim } from '../evidence/graded-approaches.js';
import { storeImpact } from '../evidence/ratings/impact.queries.js';
import type { Rating } from '../evidence/ratings/rating.entity.js';
import { isPublished, worksOf } from '../evidence/ratings/rating-versions.js';
import { existingVersion } from '../evidence/ratings/write-draft.js';
import { Problem } from '../http/problem.js';
import { actorOf, withoutStoredAnswer, type WriteContext } from '../http/writes/write-context.js';
import { Writes } from '../http/writes/writes.js';
import type { DirectorySnapshot } from './live/directory-snapshot.js';
import { LiveDirectory } from './live/live-directory.js';
import { type GoldenNeed, readGoldenNeeds } from './golden-needs.js';
import type {
  BadgeChangeResponse,
  ImpactCaseResponse,
  ImpactRequest,
  ImpactResponse,
  ImpactTrackResponse,
  MoveResponse,
} from './impact.dto.js';
import { readNeed } from './need/read-need.js';

const MOST_MOVES = 500;

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
    const { rating, versions } = await existingVersion(this.dataSource.manager, id);
    if (rating.status !== 'draft' && rating.status !== 'in_review')
      throw new Problem(
        'conflict',
        `Only a version that is a draft or in review can still be published; this one is ${rating.status}.`,
      );
    const { snapshot, staleSince } = await this.snapshots.current();
    if (staleSince) throw Problem.unavailable('The directory cannot be read at the moment.', 5);

    const after = { ...snapshot, registry: registryWith(rating, versions, snapshot.registry) };
    const impactCases: ImpactCaseResponse[] = [];
    const looked = [
      ...(await (this.goldenNeeds ??= readGoldenNeeds())).map((need) => ({ ...need, golden: true })),
      ...cases.map(({ name, request }): GoldenNeed & { golden: boolean } => ({
        name,
        request,
        golden: false,
      })),
    ];
    for (const { name, request, golden } of looked) {
      // Other requests get a turn in between.
      await setImmediate();
      const { need } = readNeed(request, this.assessments, snapshot);
      const tracks = ALL_TRACKS.filter((track) => track.isOpenedBy(need));
      impactCases.push({
        name,
        golden,
        tracks: tracks.map((track) => impactOn(track, track.needOf(need), snapshot, after)),
      });
    }
    const impact: ImpactResponse = {
      id: uuidV4(),
      rating: id,
      edition: rating.edition,
      policy: snapshot.policy.version,
      directoryVersion: snapshot.versions.directory,
      evidenceVersion: snapshot.versions.evidence,
      badges: badgeChanges(rating, versions),
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
        summary: { badges, golden: impactCases.filter(({ golden }) => golden).map(inNumbers) },
        workedOutBy: actorOf(context).id,
      });
      return impact;
    });
  }
}

/** The registry as it would be: this version, as reviewed, in place of the current one. */
function registryWith(rating: Rating, versions: readonly Rating[], registry: Registry): Registry {
  const approach = registry.get(rating.approachCode);
  if (!approach) return registry;
  const replaced = new Set(versions.map(({ id }) => id));
  // As it will be read if it is published today.
  const published = toGradedClaim({ ...rating, status: 'published', nextReviewOn: today() }, today());
  const changed: GradedApproach = {
    ...approach,
    ratings: [...approach.ratings.filter(({ id }) => !replaced.has(id)), published].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    ),
    citations: [...new Set([...approach.citations, ...worksOf(rating).map(({ id }) => id)])].sort(),
  };
  return new Map([...registry, [approach.code, changed]]);
}

function impactOn(
  track: Track,
  need: Need,
  before: DirectorySnapshot,
  after: DirectorySnapshot,
): ImpactTrackResponse {
  const now = allMatches(new Query(before.index, need, before), track);
  const then = allMatches(new Query(after.index, need, after), track);
  const moves = movesBetween(now, then);
  return {
    purpose: track.purpose,
    total: now.length,
    moved: moves.length,
    movedPlaces: moves.filter((move) => move.before?.rank !== move.after?.rank).length,
    moves: moves.slice(0, MOST_MOVES).map((move) => toMove(move, before)),
  };
}

function toMove({ id, before, after }: Move, snapshot: DirectorySnapshot): MoveResponse {
  return {
    programId: id,
    name: shownIn(snapshot, id).program.name,
    before: before ?? null,
    after: after ?? null,
    places: before && after ? before.rank - after.rank : null,
  };
}

function badgeChanges(rating: Rating, versions: readonly Rating[]): BadgeChangeResponse[] {
  const current = versions.find(isPublished);
  const before = current ? badgeOf(current) : null;
  const after = badgeOf(rating);
  const reviewedBefore = current?.status === 'published';
  if (before === after && reviewedBefore) return [];
  const { approachCode, condition, outcome } = rating;
  return [{ approach: approachCode, condition, outcome, before, after, reviewedBefore }];
}

function badgeOf({ certainty, direction, comparatorType }: Rating) {
  return deriveBadge(certainty, direction, comparatorType);
}

function inNumbers({ name, tracks }: ImpactCaseResponse) {
  return {
    name,
    tracks: tracks.map(({ purpose, total, moved, movedPlaces }) => ({ purpose, total, moved, movedPlaces })),
  };
}
