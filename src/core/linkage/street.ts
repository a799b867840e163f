import type { LinkagePolicy } from './linkage-policy.js';
import { wordsIn } from './name-words.js';

/** A line of an address, taken apart. */
export interface Street {
  /** House numbers from and to, or one number that has a hyphen in it, as in Queens: `107-20`. */
  readonly number?: { readonly from: number; readonly to: number } | string;
  /** `n`, `se`. */
  readonly direction?: string;
  /** The words that name the street, in their order, without its kind. */
  readonly core: string;
}

/** The most house numbers that one address spans: above it a hyphen is a part of the number. */
const WIDEST_RANGE = 100;

/** Between two addresses, or a building and its address, on one line. */
const SEVERAL = /,\s*(?=\d+[\s-])|\s+(?:and|&)\s+(?=\d+\s+[a-z]{3,})/i;

type StreetWords = Pick<LinkagePolicy, 'streetWords' | 'streetKinds' | 'unitWords'>;

/** The lines of an address that name a street; none for `- - -`, by which the directory hides an address. */
export function streetsOf(lines: readonly string[], policy: StreetWords): readonly Street[] {
  return lines
    .flatMap((line) => line.split(SEVERAL))
    .map((line) => streetOf(line, policy))
    .filter((street) => street.core !== '' || street.number !== undefined);
}

function streetOf(line: string, policy: StreetWords): Street {
  const [, written = '', rest = line] =
    /^\s*(\d+(?:\s?-\s?\d+)?)(?![a-z]{2}\b)[a-z]?\b(.*)$/is.exec(line) ?? [];
  const words = wordsIn(beforeUnit(rest, policy)).map((word) => policy.streetWords[word] ?? word);
  const directions = words.filter((word) => DIRECTIONS.has(word));
  const withoutKind = words.filter((word) => !policy.streetKinds.includes(word));
  const core = withoutKind.filter((word) => !DIRECTIONS.has(word));
  // A street whose name is a direction, or a kind, keeps it: `North Street`, `Avenue Road`.
  const named = [core, withoutKind, words].find(({ length }) => length > 0) ?? [];
  const number = written === '' ? undefined : houseNumber(written.replace(/\s/g, ''));
  return {
    ...(number === undefined ? {} : { number }),
    ...(directions.length === 1 ? { direction: directions[0]! } : {}),
    core: named.join(' '),
  };
}

const DIRECTIONS = new Set(['n', 's', 'e', 'w', 'ne', 'nw', 'se', 'sw']);
const OPPOSITE: Readonly<Record<string, string>> = { n: 's', s: 'n', e: 'w', w: 'e' };

function beforeUnit(text: string, { unitWords }: StreetWords): string {
  const unit = new RegExp(`(#|,|\\b(?:${unitWords.join('|')})\\b).*$`, 'is');
  return text.replace(unit, '');
}

/** `2367-69` is 2367 to 2369; `94-1211` is one number. */
function houseNumber(written: string): Street['number'] {
  const [first = '', last] = written.split('-');
  const from = Number(first);
  if (last === undefined) return { from, to: from };
  const to = last.length < first.length ? Number(first.slice(0, -last.length) + last) : Number(last);
  return to >= from && to - from <= WIDEST_RANGE ? { from, to } : written;
}

/**
 * How much two addresses are the same street, 0 to 1, by the pair of lines that fits best; `undefined` where one of them
 * names none.
 */
export function streetLikeness(
  a: readonly Street[],
  b: readonly Street[],
  policy: Pick<LinkagePolicy, 'otherHouseNumber'>,
): number | undefined {
  let best: number | undefined;
  for (const left of a)
    for (const right of b) {
      const likeness = likenessOf(left, right, policy.otherHouseNumber);
      if (likeness !== undefined && (best === undefined || likeness > best)) best = likeness;
    }
  return best;
}

function likenessOf(a: Street, b: Street, otherHouseNumber: number): number | undefined {
  if (a.core === '' || b.core === '') return undefined;
  const likeness = sharedPairs(a.core, b.core);
  const isElsewhere = !numbersMeet(a.number, b.number) || isOpposite(a.direction, b.direction);
  return isElsewhere ? Math.min(likeness, otherHouseNumber) : likeness;
}

/** Whether two house numbers may be of one address; a number that is not given meets every other. */
export function numbersMeet(a: Street['number'], b: Street['number']): boolean {
  if (a === undefined || b === undefined) return true;
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.from <= b.to && b.from <= a.to;
}

function isOpposite(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && OPPOSITE[a] === b;
}

/** Sørensen and Dice: twice the shared pairs of letters of all pairs; `sheridan` and `sherdan` share most. */
function sharedPairs(a: string, b: string): number {
  if (a === b) return 1;
  const left = pairsOf(a);
  const right = pairsOf(b);
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const left_ = counts.get(pair) ?? 0;
    if (left_ === 0) continue;
    counts.set(pair, left_ - 1);
    shared++;
  }
  return left.length + right.length === 0 ? 0 : (2 * shared) / (left.length + right.length);
}

function pairsOf(text: string): string[] {
  const pairs: string[] = [];
  for (let at = 0; at + 1 < text.length; at++) pairs.push(text.slice(at, at + 2));
  return pairs;
}
