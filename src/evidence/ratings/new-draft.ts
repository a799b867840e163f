import { v4 as uuidV4 } from 'uuid';
import { today } from '../../config/today.js';
import { yearsOn } from '../../core/curation/years-on.js';
import type { RatedApproach } from './rated-approach.js';
import { Rating } from './rating.entity.js';
import type {
  CertaintyReasonsRequest,
  RatingContentRequest,
  RatingVersionRequest,
  ReasonChangesRequest,
} from './rating-request.dto.js';
import { worksOf } from './rating-versions.js';

/** After this many years a rating is reviewed again, unless its reviewer says otherwise. */
export const REVIEWED_AGAIN_AFTER_YEARS = 1;
const NOT_REVIEWED = 'drafted without a reviewer; a reviewer must declare';

type Claimed = Pick<
  Rating,
  'id' | 'claimId' | 'edition' | 'approachCode' | 'condition' | 'outcome' | 'comparator'
>;

/** A version without content. */
export function newDraft(claim: Claimed, approach: RatedApproach): Rating {
  const rating = new Rating();
  return Object.assign(rating, claim, {
    approach,
    originalGrade: null,
    status: 'draft' as const,
    publicSince: null,
    authors: [],
    authorNames: [],
    statusNote: null,
    reviewer: null,
    reviewerId: null,
    reviewedOn: null,
    impactId: null,
    conflictOfInterest: NOT_REVIEWED,
    draftedOn: today(),
    nextReviewOn: yearsOn(today(), REVIEWED_AGAIN_AFTER_YEARS),
    citations: [],
  });
}

/** Fills a draft with the content of a request. What is omitted is not known. */
export function fill(rating: Rating, request: RatingContentRequest): void {
  rating.outcomeGroup = request.outcomeGroup;
  rating.comparatorType = request.comparatorType;
  rating.comparatorApproach = request.comparatorApproach ?? null;
  rating.population = request.population ?? null;
  rating.certainty = request.certainty;
  rating.direction = request.direction;
  rating.certaintySource = request.certaintySource ?? '';
  rating.certaintyReasons = request.reasons ? { ...request.reasons } : null;
  rating.effect = request.effect ?? null;
  rating.effectVerified = request.effectVerified ?? false;
  rating.studyConflicts = request.studyConflicts ?? null;
  rating.note = request.note ?? null;
  rating.changeNote = request.changeNote ?? null;
}

/** The next version of a rating and its content: that of the version before, except for the changes in the request. */
export function draftFrom(
  from: Rating,
  edition: number,
  { reasons, ...changes }: RatingVersionRequest,
): { rating: Rating; content: RatingContentRequest } {
  const { approachCode, condition, outcome, comparator, claimId } = from;
  const claim = { id: uuidV4(), claimId, edition, approachCode, condition, outcome, comparator };
  const rating = newDraft(claim, from.approach);
  rating.originalGrade = from.originalGrade;
  // A request has every field of its class; omitted fields are undefined.
  const stated = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  // A new effect has not been seen in the source just because the previous one had.
  const seen = changes.effect === undefined ? {} : { effectVerified: false };
  const copied = requestOf(from);
  const merged = reasons && { reasons: mergedReasons(copied.reasons, reasons) };
  return { rating, content: { ...copied, ...seen, ...stated, ...merged } };
}

/** The reasons of the version before with the changes: what is omitted stays, `null` drops a reason. */
function mergedReasons(
  before: CertaintyReasonsRequest | undefined,
  { statedBy, ...changes }: ReasonChangesRequest,
): CertaintyReasonsRequest {
  const stated = Object.entries(changes).filter(([, reason]) => reason !== undefined);
  const all = Object.entries({ ...before, ...Object.fromEntries(stated) });
  return { ...Object.fromEntries(all.filter(([, reason]) => reason !== null)), statedBy };
}

/** The content of a version in the form of a request; the note on its change is not copied. */
function requestOf(rating: Rating): RatingContentRequest {
  const { outcomeGroup, comparatorType, certainty, direction, certaintySource, effectVerified } = rating;
  return {
    outcomeGroup,
    comparatorType,
    certainty,
    direction,
    certaintySource,
    effectVerified,
    ...said('comparatorApproach', rating.comparatorApproach),
    ...said('population', rating.population),
    ...(rating.certaintyReasons
      ? { reasons: { ...rating.certaintyReasons, statedBy: rating.certaintyReasons.statedBy ?? 'drafter' } }
      : {}),
    ...said('effect', rating.effect),
    ...said('studyConflicts', rating.studyConflicts),
    ...said('note', rating.note),
    citations: worksOf(rating).map(({ id }) => id),
  };
}

function said<Key extends string>(key: Key, text: string | null): Partial<Record<Key, string>> {
  return text === null ? {} : ({ [key]: text } as Record<Key, string>);
}
