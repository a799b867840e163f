import { sameEnd } from '../vocabulary/time-of-day.js';
import type { Standing } from './source-record.js';

/** What one record says about one fact, one code of a list or one medication. */
export interface Word<Value> {
  /** Index of the record among all, best first. */
  readonly origin: number;
  readonly value: Value;
  readonly standing: Standing;
  readonly asOf: string;
  /** Who observed it, if a person did; distinguishes observers. */
  readonly observer?: string | undefined;
}

export type Settled<Value> =
  | {
      readonly word: Word<Value>;
      /** How many observers confirm it, if people did. */
      readonly confirmedBy?: number;
      /** Observers who disagree and are in the minority. */
      readonly against: readonly number[];
    }
  /** There is no majority: the value is unknown. */
  | { readonly word: undefined; readonly against: readonly number[] };

/**
 * Decides what is known if several records state the same fact. The published rule:
 *
 * 1. The better standing takes precedence, as everywhere; verified and attested statements need no agreement.
 * 2. Of confirmed statements, the newest of each observer counts, once. Statements that agree are counted together,
 *    and the newest of them gives the date.
 * 3. If observers disagree, the value that strictly more of them state than any other is used. If none has more, the
 *    fact is unknown, whatever a lesser record says: an open contradiction is no reason to trust a survey.
 * 4. For facts that change from day to day, only statements of the newest day count.
 *
 * @param words best first; newer statements of an observer before older ones of the same observer
 * @returns `undefined` if there is no statement
 */
export function settle<Value>(
  words: readonly Word<Value>[],
  movesDaily: boolean,
): Settled<Value> | undefined {
  const [first] = words;
  if (!first) return undefined;
  if (first.standing !== 'confirmed' || first.observer === undefined) return { word: first, against: [] };

  const groups = groupsOf(newestOfEach(words, movesDaily ? first.asOf : undefined));
  const most = Math.max(...groups.map(({ length }) => length));
  const leading = groups.filter(({ length }) => length === most);
  const winners = leading.length === 1 ? leading[0]! : [];
  const against = groups
    .filter((group) => group !== winners)
    .flat()
    .map(({ origin }) => origin)
    .sort((a, b) => a - b);
  return winners[0]
    ? { word: winners[0], confirmedBy: winners.length, against }
    : { word: undefined, against };
}

function newestOfEach<Value>(words: readonly Word<Value>[], onlyOn: string | undefined): Word<Value>[] {
  const newest = new Map<string, Word<Value>>();
  for (const word of words) {
    if (word.standing !== 'confirmed' || word.observer === undefined) continue;
    if (onlyOn !== undefined && word.asOf !== onlyOn) continue;
    if (!newest.has(word.observer)) newest.set(word.observer, word);
  }
  return [...newest.values()];
}

function groupsOf<Value>(words: readonly Word<Value>[]): Word<Value>[][] {
  const groups = new Map<string, Word<Value>[]>();
  for (const word of words) {
    const said = canonical(word.value);
    groups.set(said, [...(groups.get(said) ?? []), word]);
  }
  return [...groups.values()];
}

/**
 * One text per meaning: values that differ only in the order of keys, sessions or prices are the same, and so are 24:00
 * of a day and 00:00 of the next as the end of a session.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([key, part]) =>
          `${JSON.stringify(key)}:${canonical(key === 'to' && typeof part === 'string' ? sameEnd(part) : part)}`,
      )
      .join(',')}}`;
  return JSON.stringify(value) ?? 'null';
}
