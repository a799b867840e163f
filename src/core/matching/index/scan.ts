import type { ConstraintCode } from '../codes.js';
import { type AskedConstraint, isExcluding } from '../judge-candidate.js';
import type { Constraint } from '../rules/constraint.js';
import { isLookedAtFor, type ReachByTelehealth, REACHES } from '../rules/telehealth.js';
import { ALL_TRACKS, type Track } from '../rules/tracks.js';
import type { Verdict } from '../verdict.js';
import type { Query } from './query.js';
import { EmptyBits, lowestRow, onesIn } from './row-bits.js';
import type { PlaneTable } from './rule-planes.js';
import { FAILS_AND_UNKNOWN, type RuleResults } from './rule-results.js';
import type { Universe } from './universe.js';

/** The programs of one track in the universe, and the effect of all verdicts on each: rows as bits. */
export interface Scan {
  readonly asked: readonly AskedConstraint[];
  /** The words that have any of the rows. All else is by position in it. */
  readonly words: Uint32Array;
  readonly looked: Int32Array;
  /** Rows that no constraint excludes. */
  readonly matches: Int32Array;
  /** Rows that exactly one constraint excludes, and no safety constraint. */
  readonly nearMisses: Int32Array;
  /** For each asked constraint the rows that it excludes. */
  readonly failing: readonly Int32Array[];
  /** Rows that more than one constraint excludes. */
  readonly failingSeveral: Int32Array;
  /** For each asked constraint the rows of which it leaves a question open. */
  readonly open: readonly Int32Array[];
  /** Rows with an open question; with one of safety; not known to be within the distance. */
  readonly toConfirm: Int32Array;
  readonly safetyOpen: Int32Array;
  readonly reachOpen: Int32Array;
  /** Rows whose site is within the distance that is asked; that telehealth reaches, or may reach, from beyond it. */
  readonly within: Int32Array;
  readonly byTelehealth: Int32Array;
}

/** Judges every program of a track in the universe, one constraint after the other, 32 programs at a time. */
export function scanTrack(query: Query, track: Track): Scan {
  const { words, within: inside } = query.universe;
  const empty = new EmptyBits(words.length);
  const bits = () => empty.next();
  const looked = lookedAt(query, track, query.universe, bits);
  const asked = query.asked(track);
  const [any, several, ofSafety] = [bits(), bits(), bits()];
  const [toConfirm, safetyOpen, reachOpen, within, byTelehealth] = [bits(), bits(), bits(), bits(), bits()];
  const failing: Int32Array[] = [];
  const open: Int32Array[] = [];
  for (const each of asked) {
    const [fails, unknown] = [bits(), bits()];
    failing.push(fails);
    open.push(unknown);
    if (each.strictness === 'preferred') continue;
    if (each.constraint.code === 'within_distance') {
      judgeDistance(query, track, { words, looked, inside }, { fails, unknown, byTelehealth }, bits);
      for (let i = 0; i < words.length; i++) {
        within[i] = looked[i]! & inside[i]!;
        if (each.ordersByReach) reachOpen[i] = looked[i]! & ~inside[i]!;
      }
    } else writeVerdicts(query.verdictsOn(each.constraint.code, track), words, looked, fails, unknown);
    if (isExcluding(UNKNOWN, each.strictness))
      for (let i = 0; i < words.length; i++) {
        fails[i]! |= unknown[i]!;
        unknown[i] = 0;
      }
    for (let i = 0; i < words.length; i++) {
      const no = fails[i]!;
      several[i]! |= any[i]! & no;
      any[i]! |= no;
      toConfirm[i]! |= unknown[i]!;
    }
    if (each.safety)
      for (let i = 0; i < words.length; i++) {
        ofSafety[i]! |= fails[i]!;
        safetyOpen[i]! |= unknown[i]!;
      }
  }
  const [matches, nearMisses] = [bits(), bits()];
  for (let i = 0; i < words.length; i++) {
    matches[i] = looked[i]! & ~any[i]!;
    nearMisses[i] = any[i]! & ~several[i]! & ~ofSafety[i]!;
  }
  return {
    asked,
    words,
    looked,
    matches,
    nearMisses,
    failing,
    failingSeveral: several,
    open,
    toConfirm,
    safetyOpen,
    reachOpen,
    within,
    byTelehealth,
  };
}

const UNKNOWN = { verdict: 'unknown' } as Verdict;

/** The rows of the universe that are in a track. From afar only those that telehealth reaches the client for. */
function lookedAt(
  query: Query,
  track: Track,
  { words, around, afar }: Universe,
  bits: () => Int32Array,
): Int32Array {
  const inTrack = query.index.columns.tracks[ALL_TRACKS.indexOf(track)]!;
  const [looked, far] = [bits(), bits()];
  let hasFar = false;
  for (let i = 0; i < words.length; i++) {
    const rows = inTrack[words[i]!]!;
    looked[i] = around[i]! & rows;
    far[i] = afar[i]! & ~around[i]! & rows;
    if (far[i] !== 0) hasFar = true;
  }
  if (!hasFar) return looked;
  if (!query.need.place) {
    const reached = bits();
    query.reachedInState(track).writePlanes(YES, words, far, [reached]);
    for (let i = 0; i < words.length; i++) looked[i]! |= reached[i]!;
    return looked;
  }
  const { lookedAtFor } = reachPlanes(query, track, words, far, bits);
  for (let i = 0; i < words.length; i++) looked[i]! |= lookedAtFor[i]!;
  return looked;
}

/** The plane of the rows that are counted as 1, not 0. */
const YES: PlaneTable = { planes: 1, ofNumber: [0, 1] };

function writeVerdicts(
  results: RuleResults<Verdict | undefined>,
  words: Uint32Array,
  looked: Int32Array,
  fails: Int32Array,
  unknown: Int32Array,
): void {
  if (results.planed) return results.planed.writePlanes(FAILS_AND_UNKNOWN, words, looked, [fails, unknown]);
  for (let i = 0; i < words.length; i++)
    for (let left = looked[i]!; left !== 0; left &= left - 1) {
      const outcome = results.at(lowestRow(words[i]!, left))?.verdict;
      if (outcome === 'fails') fails[i]! |= left & -left;
      else if (outcome === 'unknown') unknown[i]! |= left & -left;
    }
}

/** The planes of a reach: not reached; perhaps in the client's state; something to ask; looked at from afar. */
const [NONE, ASK_STATE, ASK_MORE, LOOKED_AT_FOR] = [1, 2, 4, 8] as const;
const PLANES_OF_REACH: Readonly<Record<ReachByTelehealth, number>> = {
  no: NONE,
  ask_state: ASK_STATE,
  ask_medication: ASK_MORE,
  ask_all: ASK_MORE,
  wholly: 0,
  not_asked: 0,
};
const REACH_PLANES: PlaneTable = {
  planes: 4,
  ofNumber: REACHES.map((reach) => PLANES_OF_REACH[reach] | (isLookedAtFor(reach) ? LOOKED_AT_FOR : 0)),
};

function reachPlanes(
  query: Query,
  track: Track,
  words: Uint32Array,
  rows: Int32Array,
  bits: () => Int32Array,
) {
  const [none, askState, askMore, lookedAtFor] = [bits(), bits(), bits(), bits()];
  query.fromAfar(track).writePlanes(REACH_PLANES, words, rows, [none, askState, askMore, lookedAtFor]);
  return { none, askState, askMore, lookedAtFor };
}

/** Distance is not in any dictionary. The effects are those of the verdicts of `withinDistance`. */
function judgeDistance(
  query: Query,
  track: Track,
  { words, looked, inside }: { words: Uint32Array; looked: Int32Array; inside: Int32Array },
  { fails, unknown, byTelehealth }: { fails: Int32Array; unknown: Int32Array; byTelehealth: Int32Array },
  bits: () => Int32Array,
): void {
  const outside = bits();
  for (let i = 0; i < words.length; i++) outside[i] = looked[i]! & ~inside[i]!;
  const { none, askState, askMore } = reachPlanes(query, track, words, outside, bits);
  const { placed } = query.index.columns;
  for (let i = 0; i < words.length; i++) {
    const isPlaced = placed[words[i]!]!;
    const [no, state] = [none[i]!, askState[i]!];
    fails[i] = no & isPlaced;
    unknown[i] = state | askMore[i]! | (no & ~isPlaced);
    byTelehealth[i] = outside[i]! & ~no & (isPlaced | ~state);
  }
}

/** The constraint that excludes a near miss. */
export function failingOf({ asked, words, failing }: Scan, row: number): AskedConstraint {
  const i = words.indexOf(row >>> 5);
  return asked[failing.findIndex((rows) => (rows[i]! & (1 << (row & 31))) !== 0)]!;
}

/** How many programs each constraint excludes, and how many it alone excludes. */
export function countExcluded({
  asked,
  failing,
  failingSeveral,
}: Scan): { readonly constraint: ConstraintCode; readonly failed: number; readonly failedOnly: number }[] {
  return asked.flatMap(({ constraint: { code } }: { constraint: Constraint }, at) => {
    const rows = failing[at]!;
    let [failed, failedOnly] = [0, 0];
    for (let i = 0; i < rows.length; i++) {
      if (rows[i] === 0) continue;
      failed += onesIn(rows[i]!);
      failedOnly += onesIn(rows[i]! & ~failingSeveral[i]!);
    }
    return failed > 0 ? [{ constraint: code, failed, failedOnly }] : [];
  });
}
