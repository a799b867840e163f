import { today } from '../config/today.js';
import { deriveBadge } from '../core/evidence/badge.js';
import type { Registry } from '../core/evidence/grade.js';
import type { GradedApproach } from '../core/evidence/rating.js';
import { exampleMoves, firstPlaceChanges, isFar, type ListMoves } from '../core/matching/impact-summary.js';
import { Query } from '../core/matching/index/query.js';
import { allMatches } from '../core/matching/index/rank-page.js';
import { type Move, movesBetween } from '../core/matching/moves.js';
import type { Need } from '../core/matching/need.js';
import type { Track } from '../core/matching/rules/tracks.js';
import { toGradedClaim } from '../evidence/graded-approaches.js';
import type { Rating } from '../evidence/ratings/rating.entity.js';
import { isPublished, worksOf } from '../evidence/ratings/rating-versions.js';
import type {
  BadgeChangeResponse,
  ImpactSummaryResponse,
  ImpactTrackResponse,
  MovedProgramResponse,
  MoveResponse,
} from './impact.dto.js';
import type { DirectorySnapshot } from './live/directory-snapshot.js';
import { shownIn } from './match-answer.js';

const MOST_FIRST_PLACES = 10;
const MOST_EXAMPLES = 5;

/** One list of one need, with and without a version of a rating. */
export interface ImpactOnList extends ListMoves {
  /** Matches now. */
  readonly total: number;
}

/** The registry as it would be: this version, as reviewed, in place of the current one. */
export function registryWith(rating: Rating, versions: readonly Rating[], registry: Registry): Registry {
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

/** How one list changes when the registry does. */
export function impactOn(
  name: string,
  track: Track,
  need: Need,
  { before, after }: { readonly before: DirectorySnapshot; readonly after: DirectorySnapshot },
): ImpactOnList {
  const now = allMatches(new Query(before.index, need, before), track);
  const then = allMatches(new Query(after.index, need, after), track);
  return { need: name, purpose: track.purpose, total: now.length, moves: movesBetween(now, then) };
}

export function numbersOf({ purpose, total, moves }: ImpactOnList): ImpactTrackResponse {
  return {
    purpose,
    total,
    moved: moves.length,
    movedPlaces: moves.filter(hasMoved).length,
    movedFar: moves.filter(isFar).length,
  };
}

/** What to look at first, of all lists. */
export function summaryOf(
  lists: readonly ImpactOnList[],
  snapshot: DirectorySnapshot,
): ImpactSummaryResponse {
  const firstPlaces = firstPlaceChanges(lists);
  const all = lists.flatMap(({ moves }) => moves);
  const named = (id: string | null) => (id === null ? null : programOf(id, snapshot));
  return {
    firstPlacesChanged: firstPlaces.length,
    firstPlaces: firstPlaces.slice(0, MOST_FIRST_PLACES).map(({ need, purpose, before, after }) => ({
      case: need,
      purpose,
      before: named(before),
      after: named(after),
    })),
    movedPlaces: all.filter(hasMoved).length,
    movedFar: all.filter(isFar).length,
    farthest: exampleMoves(lists, MOST_EXAMPLES).map(({ need, purpose, ...move }) => ({
      case: need,
      purpose,
      ...toMove(move, snapshot),
    })),
  };
}

function hasMoved({ before, after }: Move): boolean {
  return before?.rank !== after?.rank;
}

function programOf(id: string, snapshot: DirectorySnapshot): MovedProgramResponse {
  return { programId: id, name: shownIn(snapshot, id).program.name };
}

export function toMove({ id, before, after }: Move, snapshot: DirectorySnapshot): MoveResponse {
  return {
    ...programOf(id, snapshot),
    before: before ?? null,
    after: after ?? null,
    places: before && after ? before.rank - after.rank : null,
  };
}

/** The badges that publishing the version would change. */
export function badgeChanges(rating: Rating, versions: readonly Rating[]): BadgeChangeResponse[] {
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
