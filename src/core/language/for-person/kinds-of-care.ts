import type { ReasonValue } from '../../matching/verdict.js';
import { list, type SentenceValues } from '../sentence-template.js';

/** How one language says which kinds of care a program reports, and which are open. */
export interface KindWords {
  readonly words: {
    readonly label: (code: string) => string;
    /** `a, b and c`. */
    readonly and: (names: readonly string[]) => string;
    /** `a, b or c`. */
    readonly or: (names: readonly string[]) => string;
  };
  /** The name of an approach by its code, or by its name in the registry. */
  readonly approach: (code: string | undefined, name: string) => string;
  readonly kindFor: (kind: string, purpose: string) => string;
  readonly earned: (names: string) => string;
  readonly missing: (kinds: string) => string;
  readonly unlisted: (kinds: string) => string;
  readonly declined: (kinds: string) => string;
}

/**
 * The care that is backed by evidence, for the person: each name and kind once. What a kind is for is said only where the
 * program stands differently to it for another problem. Entries are those of the criterion `evidence`: `purpose|kind` and
 * `purpose|kind|approach|standing|way|code`.
 */
export function kindsOfCare(v: SentenceValues, says: KindWords): string {
  const { label, and, or } = says.words;
  const lists = [v.earned, v.missing, v.unlisted, v.declined].map((entries) => list(entries));
  const isIn = (kind: string) => lists.filter((entries) => entries.some((entry) => kindIn(entry) === kind));
  const nameOf = (entry: string) => {
    const [, , approach, , way, code] = entry.split('|');
    // What a name of the registry says in brackets is for professionals.
    const [name] = says.approach(code, approach!).split(' (', 1);
    return way && way !== 'here' ? `${name} (${label(way)})` : name!;
  };
  const kindOf = (entry: string) => {
    const [purpose, kind] = entry.split('|');
    return isIn(kind!).length > 1 ? says.kindFor(label(kind!), label(purpose!)) : label(kind!);
  };
  const said = (
    entries: ReasonValue | undefined,
    wordOf: (entry: string) => string,
    join: typeof and,
    say: (words: string) => string,
  ) => {
    const words = new Set(list(entries).map(wordOf));
    return words.size > 0 ? [say(join([...words]))] : [];
  };
  return [
    ...said(v.earned, nameOf, and, says.earned),
    ...said(v.missing, kindOf, or, says.missing),
    ...said(v.unlisted, kindOf, or, says.unlisted),
    ...said(v.declined, kindOf, or, says.declined),
  ].join(' ');
}

/** `opioid|medication` → `medication`. */
const kindIn = (entry: string): string => entry.split('|', 2)[1]!;
