import type { ReasonValue } from '../../matching/verdict.js';
import { list, type SentenceValues } from '../sentence-template.js';

/** How one language says which kinds of care a program reports, and which are open. */
export interface KindWords {
  readonly words: {
    readonly label: (code: string) => string;
    /** `a, b and c`. */
    readonly and: (names: readonly string[]) => string;
  };
  readonly kindFor: (kind: string, purpose: string) => string;
  readonly earned: (names: string) => string;
  readonly missing: (kinds: string) => string;
  readonly unlisted: (kinds: string) => string;
  readonly declined: (kinds: string) => string;
}

/**
 * The care that is backed by evidence, for the person: each name and kind once, and what it is for only where it is for
 * more than one problem. Entries are those of the criterion `evidence`: `purpose|kind` and
 * `purpose|kind|approach|standing|way`.
 */
export function kindsOfCare(v: SentenceValues, says: KindWords): string {
  const { label, and } = says.words;
  const purposes = new Set(
    [v.earned, v.missing, v.unlisted, v.declined].flatMap((entries) =>
      list(entries).map((entry) => entry.split('|', 1)[0]!),
    ),
  );
  const kindOf = (entry: string) => {
    const [purpose, kind] = entry.split('|');
    return purposes.size > 1 ? says.kindFor(label(kind!), label(purpose!)) : label(kind!);
  };
  const nameOf = (entry: string) => {
    const [, , approach, , way] = entry.split('|');
    // What a name of the registry says in brackets is for professionals.
    const [name] = approach!.split(' (', 1);
    return way && way !== 'here' ? `${name} (${label(way)})` : name!;
  };
  const said = (
    entries: ReasonValue | undefined,
    wordOf: (entry: string) => string,
    say: (words: string) => string,
  ) => {
    const words = new Set(list(entries).map(wordOf));
    return words.size > 0 ? [say(and([...words]))] : [];
  };
  return [
    ...said(v.earned, nameOf, says.earned),
    ...said(v.missing, kindOf, says.missing),
    ...said(v.unlisted, kindOf, says.unlisted),
    ...said(v.declined, kindOf, says.declined),
  ].join(' ');
}
