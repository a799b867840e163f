import type { ConstraintCode } from '../codes.js';
import type { Constraint } from '../rules/constraint.js';
import { type AskedConstraint, isExcluding, isToConfirm } from '../judge-candidate.js';
import { needsOpioidMedication } from '../need.js';
import { ALL_TRACKS, type Track } from '../rules/tracks.js';
import type { Outcome, Verdict } from '../verdict.js';
import { type Answers, OUTCOMES } from './rule-results.js';
import type { Inquiry } from './query.js';

/** What one verdict does to a program, in bits. */
const EXCLUDES = 1;
const TO_CONFIRM = 2;
const SAFETY_OPEN = 4;

/** The programs of one track that were looked at, and what the verdicts did to each. */
export interface Scan {
  readonly asked: readonly AskedConstraint[];
  readonly rows: Uint32Array;
  /** For each row a bit for each asked constraint that keeps it out, in their order. */
  readonly failing: Uint32Array;
  /** For each row `TO_CONFIRM` where a question is open, `SAFETY_OPEN` where one of safety is. */
  readonly open: Uint8Array;
}

/** Judges every program of a track in a need's universe, one constraint after the other. */
export function scanTrack(inquiry: Inquiry, track: Track): Scan {
  const { rows, within } = rowsOfTrack(inquiry, track);
  const asked = inquiry.asked(track);
  const failing = new Uint32Array(rows.length);
  const open = new Uint8Array(rows.length);
  const kinds = new Uint32Array(rows.length);
  asked.forEach((each, i) => {
    const { code } = each.constraint;
    if (each.strictness === 'preferred') return;
    const bit = 1 << i;
    if (code === 'within_distance') markByDistance(inquiry, each, rows, within, bit, failing, open);
    else markByVerdict(inquiry.verdictsOn(code), each, rows, kinds, bit, failing, open);
  });
  return { asked, rows, failing, open };
}

/** The rows of a need's universe that are in a track, and which of them lie within the distance. */
export function rowsOfTrack(
  { universe, index }: Inquiry,
  track: Track,
): { readonly rows: Uint32Array; readonly within: Uint8Array } {
  const { tracks } = index.columns;
  const bit = 1 << ALL_TRACKS.indexOf(track);
  const rows = new Uint32Array(universe.rows.length);
  const within = new Uint8Array(universe.within.length);
  let count = 0;
  for (let i = 0; i < universe.rows.length; i++) {
    const row = universe.rows[i]!;
    if ((tracks[row]! & bit) === 0) continue;
    rows[count] = row;
    within[count] = universe.within[i]!;
    count += 1;
  }
  return { rows: rows.subarray(0, count), within: within.subarray(0, count) };
}

function markByVerdict(
  answers: Answers<Verdict | undefined>,
  asked: AskedConstraint,
  rows: Uint32Array,
  kinds: Uint32Array,
  bit: number,
  failing: Uint32Array,
  open: Uint8Array,
): void {
  const { inKinds } = answers;
  if (!inKinds) {
    for (let i = 0; i < rows.length; i++) {
      const effect = effectOf(answers.at(rows[i]!)?.verdict, asked);
      failing[i]! |= (effect & EXCLUDES) * bit;
      open[i]! |= effect;
    }
    return;
  }
  inKinds.kindsOf(rows, kinds);
  const [outcomes] = inKinds.measured;
  const effects = Uint8Array.from(outcomes!, (outcome) => effectOf(OUTCOMES[outcome], asked));
  // Without a branch on the effect: which programs fail is beyond guessing.
  for (let i = 0; i < rows.length; i++) {
    const effect = effects[kinds[i]!]!;
    failing[i]! |= (effect & EXCLUDES) * bit;
    open[i]! |= effect;
  }
}

/** The distance is no class of programs; what follows from it is told in the words of `withinDistance`. */
function markByDistance(
  { need, index, reach }: Inquiry,
  asked: AskedConstraint,
  rows: Uint32Array,
  within: Uint8Array,
  bit: number,
  failing: Uint32Array,
  open: Uint8Array,
): void {
  const { latitude } = index.columns;
  const byTelehealth = effectOf(needsOpioidMedication(need) ? 'unknown' : 'meets', asked);
  const nowhere = effectOf('unknown', asked);
  const farther = effectOf('fails', asked);
  for (let i = 0; i < rows.length; i++) {
    if (within[i] === 1) continue;
    const row = rows[i]!;
    const effect = reach.at(row) ? byTelehealth : Number.isNaN(latitude[row]!) ? nowhere : farther;
    if ((effect & EXCLUDES) !== 0) failing[i]! |= bit;
    open[i]! |= effect;
  }
}

function effectOf(outcome: Outcome | undefined, { safety, strictness }: AskedConstraint): number {
  if (outcome === undefined) return 0;
  const verdict = { verdict: outcome } as Verdict;
  if (isExcluding(verdict, strictness)) return EXCLUDES;
  if (!isToConfirm(verdict, strictness)) return 0;
  return TO_CONFIRM | (safety ? SAFETY_OPEN : 0);
}

export const isToConfirmFirst = (open: number): boolean => (open & TO_CONFIRM) !== 0;
export const isSafetyOpen = (open: number): boolean => (open & SAFETY_OPEN) !== 0;

/** The one bit of a mask. */
export const isSingle = (mask: number): boolean => mask !== 0 && (mask & (mask - 1)) === 0;

/** The constraint whose bit is the only one of a mask. */
export function constraintOf({ asked }: Pick<Scan, 'asked'>, mask: number): AskedConstraint {
  return asked[31 - Math.clz32(mask)]!;
}

/** How many programs each constraint keeps out, and how many it alone keeps out. */
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
