import type { ConstraintCode } from '../codes.js';
import type { Constraint } from '../rules/constraint.js';
import { type AskedConstraint, isExcluding, isToConfirm } from '../judge-candidate.js';
import { type ReachByTelehealth, REACHES } from '../rules/telehealth.js';
import { ALL_TRACKS, type Track } from '../rules/tracks.js';
import type { Outcome, Verdict } from '../verdict.js';
import { type RuleResults, OUTCOMES } from './rule-results.js';
import type { Query } from './query.js';
import { AFAR, type Universe, WITHIN } from './universe.js';

/** The effect of one verdict on a program, in bits. */
const EXCLUDES = 1;
const TO_CONFIRM = 2;
const SAFETY_OPEN = 4;
const REACH_OPEN = 8;
/** Not effects: where the site is, for counting. */
const IS_WITHIN = 16;
const IS_BY_TELEHEALTH = 32;

/** The programs of one track in the universe, and the effect of all verdicts on each. */
export interface Scan {
  readonly asked: readonly AskedConstraint[];
  readonly rows: Uint32Array;
  /** Per row: one bit for each asked constraint that excludes it, in the order of `asked`. */
  readonly failing: Uint32Array;
  /** Per row: `TO_CONFIRM` where a question is open, `SAFETY_OPEN` where one of safety is, `REACH_OPEN`, and the site. */
  readonly open: Uint8Array;
}

/** Judges every program of a track in the universe, one constraint after the other. */
export function scanTrack(query: Query, track: Track): Scan {
  const { rows, sites } = rowsOfTrack(query, track);
  const asked = query.asked(track);
  const failing = new Uint32Array(rows.length);
  const open = new Uint8Array(rows.length);
  const ids = new Uint32Array(rows.length);
  asked.forEach((each, i) => {
    const { code } = each.constraint;
    if (each.strictness === 'preferred') return;
    const bit = 1 << i;
    if (code === 'within_distance')
      markByDistance(query, track, each, { rows, sites }, ids, bit, failing, open);
    else markByVerdict(query.verdictsOn(code, track), each, rows, ids, bit, failing, open);
  });
  return { asked, rows, failing, open };
}

/** Some rows, and where their sites are; see `Universe`. */
type SitedRows = Universe;

/** The rows of the universe that are in a track. From afar only those that telehealth reaches the client for. */
export function rowsOfTrack(query: Query, track: Track): SitedRows {
  const { universe, index } = query;
  const { tracks } = index.columns;
  const bit = 1 << ALL_TRACKS.indexOf(track);
  const reached = query.reachedFromAfar(track);
  const rows = new Uint32Array(universe.rows.length);
  const sites = new Uint8Array(universe.sites.length);
  let count = 0;
  for (let i = 0; i < universe.rows.length; i++) {
    const row = universe.rows[i]!;
    if ((tracks[row]! & bit) === 0) continue;
    if (universe.sites[i] === AFAR && !reached.at(row)) continue;
    rows[count] = row;
    sites[count] = universe.sites[i]!;
    count += 1;
  }
  return { rows: rows.subarray(0, count), sites: sites.subarray(0, count) };
}

function markByVerdict(
  results: RuleResults<Verdict | undefined>,
  asked: AskedConstraint,
  rows: Uint32Array,
  ids: Uint32Array,
  bit: number,
  failing: Uint32Array,
  open: Uint8Array,
): void {
  const { distinct } = results;
  if (!distinct) {
    for (let i = 0; i < rows.length; i++) {
      const effect = effectOf(results.at(rows[i]!)?.verdict, asked);
      failing[i]! |= (effect & EXCLUDES) * bit;
      open[i]! |= effect;
    }
    return;
  }
  distinct.resultIds(rows, ids);
  const [outcomes] = distinct.measured;
  const effects = Uint8Array.from(outcomes!, (outcome) => effectOf(OUTCOMES[outcome], asked));
  // Without a branch on the effect: a branch predictor cannot guess which programs fail.
  for (let i = 0; i < rows.length; i++) {
    const effect = effects[ids[i]!]!;
    failing[i]! |= (effect & EXCLUDES) * bit;
    open[i]! |= effect;
  }
}

/** Distance is not in any dictionary. The effects are those of the verdicts of `withinDistance`. */
function markByDistance(
  query: Query,
  track: Track,
  asked: AskedConstraint,
  { rows, sites }: SitedRows,
  ids: Uint32Array,
  bit: number,
  failing: Uint32Array,
  open: Uint8Array,
): void {
  const { latitude } = query.index.columns;
  const fromAfar = query.fromAfar(track);
  fromAfar.resultIds(rows, ids);
  const [reaches] = fromAfar.measured;
  const reachOpen = asked.ordersByReach ? REACH_OPEN : 0;
  const effects = Uint8Array.from(REACHES, (reach) => effectOf(OUTCOME_FROM_AFAR[reach], asked) | reachOpen);
  const unplaced = effectOf('unknown', asked) | reachOpen;
  const isReached = REACHES.map((reach) => reach !== 'no');
  for (let i = 0; i < rows.length; i++) {
    if (sites[i] === WITHIN) {
      open[i]! |= IS_WITHIN;
      continue;
    }
    const reach = reaches![ids[i]!]!;
    const isPlaced = !Number.isNaN(latitude[rows[i]!]!);
    const isBridged = isReached[reach]! && (isPlaced || REACHES[reach] !== 'ask_state');
    const effect = isPlaced || isBridged ? effects[reach]! : unplaced;
    if ((effect & EXCLUDES) !== 0) failing[i]! |= bit;
    open[i]! |= effect | (isBridged ? IS_BY_TELEHEALTH : 0);
  }
}

const OUTCOME_FROM_AFAR: Readonly<Record<ReachByTelehealth, Outcome>> = {
  no: 'fails',
  ask_state: 'unknown',
  ask_medication: 'unknown',
  ask_all: 'unknown',
  wholly: 'meets',
  not_asked: 'meets',
};

function effectOf(outcome: Outcome | undefined, { safety, strictness }: AskedConstraint): number {
  if (outcome === undefined) return 0;
  const verdict = { verdict: outcome } as Verdict;
  if (isExcluding(verdict, strictness)) return EXCLUDES;
  if (!isToConfirm(verdict, strictness)) return 0;
  return TO_CONFIRM | (safety ? SAFETY_OPEN : 0);
}

export const isToConfirmFirst = (open: number): boolean => (open & TO_CONFIRM) !== 0;
export const isSafetyOpen = (open: number): boolean => (open & SAFETY_OPEN) !== 0;
export const isReachOpen = (open: number): boolean => (open & REACH_OPEN) !== 0;
export const isWithin = (open: number): boolean => (open & IS_WITHIN) !== 0;
export const isByTelehealth = (open: number): boolean => (open & IS_BY_TELEHEALTH) !== 0;

/** The one bit of a mask. */
export const isSingle = (mask: number): boolean => mask !== 0 && (mask & (mask - 1)) === 0;

/** The constraint whose bit is the only one of a mask. */
export function constraintOf({ asked }: Pick<Scan, 'asked'>, mask: number): AskedConstraint {
  return asked[31 - Math.clz32(mask)]!;
}

/** How many programs each constraint excludes, and how many it alone excludes. */
export function countExcluded({
  asked,
  failing,
}: Scan): { readonly constraint: ConstraintCode; readonly failed: number; readonly failedOnly: number }[] {
  const failed = new Uint32Array(asked.length);
  const failedOnly = new Uint32Array(asked.length);
  for (const mask of failing) {
    if (mask === 0) continue;
    if (isSingle(mask)) failedOnly[31 - Math.clz32(mask)]! += 1;
    for (let rest = mask; rest !== 0; rest &= rest - 1) failed[31 - Math.clz32(rest & -rest)]! += 1;
  }
  return asked.flatMap(({ constraint: { code } }: { constraint: Constraint }, i) =>
    failed[i]! > 0 ? [{ constraint: code, failed: failed[i]!, failedOnly: failedOnly[i]! }] : [],
  );
}
