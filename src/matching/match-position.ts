import type { Purpose } from '../core/matching/codes.js';
import type { RankKey } from '../core/matching/ranking.js';
import { ALL_TRACKS } from '../core/matching/rules/tracks.js';

/**
 * Where a page ended: its track, the version of the directory it was made from, and the place of its last program. It
 * contains nothing about the client.
 */
export interface MatchPosition {
  readonly track: Purpose;
  readonly version: string;
  readonly after: RankKey;
}

/** A position as it is sealed in a cursor: sealed bytes do not compress, so there are no names among them. */
export type WrittenPosition = readonly [
  track: number,
  version: string,
  /** A UUID in base64url. */
  id: string,
  flags: number,
  score: number,
  knownWeight: number,
  distanceMeters: number | null,
];

const LEADS = 1;
const CONFIRM_FIRST = 2;
const SAFETY_OPEN = 4;
const REACH_OPEN = 8;

export function writePosition({ track, version, after }: MatchPosition): WrittenPosition {
  return [
    ALL_TRACKS.findIndex(({ purpose }) => purpose === track),
    version,
    Buffer.from(after.id.replaceAll('-', ''), 'hex').toString('base64url'),
    (after.leads ? LEADS : 0) |
      (after.tier === 'confirm_first' ? CONFIRM_FIRST : 0) |
      (after.safetyOpen ? SAFETY_OPEN : 0) |
      (after.reachOpen ? REACH_OPEN : 0),
    after.score,
    after.knownWeight,
    after.distanceMeters ?? null,
  ];
}

export function readPosition([
  track,
  version,
  id,
  flags,
  score,
  knownWeight,
  distanceMeters,
]: WrittenPosition): MatchPosition {
  const hex = Buffer.from(id, 'base64url').toString('hex');
  return {
    track: ALL_TRACKS[track]!.purpose,
    version,
    after: {
      id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
      leads: (flags & LEADS) !== 0,
      tier: (flags & CONFIRM_FIRST) === 0 ? 'meets_all' : 'confirm_first',
      safetyOpen: (flags & SAFETY_OPEN) !== 0,
      reachOpen: (flags & REACH_OPEN) !== 0,
      score,
      knownWeight,
      ...(distanceMeters === null ? {} : { distanceMeters }),
    },
  };
}
