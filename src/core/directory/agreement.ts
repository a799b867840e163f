import type { Standing } from './source-record.js';

/** One record's word on one fact, one code of a list or one medication. */
export interface Word<Value> {
  /** Index of the record among all, best first. */
  readonly origin: number;
  readonly value: Value;
  readonly standing: Standing;
  readonly asOf: string;
  /** Who looked or asked, where a person did; tells observers apart. */
  readonly observer?: string | undefined;
}

export type Settled<Value> =
  | {
      readonly word: Word<Value>;
      /** How many observers say so, where a person confirmed it. */
      readonly confirmedBy?: number;
      /** Observers who say otherwise, and are fewer. */
      readonly against: readonly number[];
    }
  /** As many say so as otherwise: nobody knows. */
  | { readonly word: undefined; readonly against: readonly number[] };

/**
 * Settles what is known where several records speak. The published rule:
 *
 * 1. The better standing goes first, as everywhere; verified and attested words are not asked to agree.
 * 2. Of those who confirmed it in person each observer's newest word counts, once. Whoever agree are counted
 *    together, and the newest of them gives the date.
 * 3. Where observers disagree, the word that strictly more of them say than any other stands. Where none has more,
 *    the fact is unknown, whatever a lesser record says: an open contradiction is not a reason to trust a survey.
 * 4. Of what moves from day to day only words of the newest day are heard.
 *
 * @param words best first; an observer's newest before the same observer's older ones
 * @returns `undefined` where nobody speaks
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

/** One text for one meaning: neither the order of keys nor that of sessions or prices tells two values apart. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
      .join(',')}}`;
  return JSON.stringify(value) ?? 'null';
}
