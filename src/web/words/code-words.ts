import type { Vocabulary } from '../service/api.js';

/** The service's words for its own codes. */
export interface CodeWords {
  /** As people write it. */
  label(kind: string, code: string): string;
  /** At most 18 characters, for a bar or a button. */
  short(kind: string, code: string): string;
  /** Every code of a kind with its words. */
  all(kind: string): Vocabulary[string];
}

/** Until the words have arrived, a code is shown as it is, without its hyphens. */
export function codeWords(vocabulary: Vocabulary | undefined): CodeWords {
  const find = (kind: string, code: string) => vocabulary?.[kind]?.find((word) => word.code === code);
  const plain = (code: string) => code.replace(/[_-]/g, ' ');
  return {
    label: (kind, code) => find(kind, code)?.label ?? plain(code),
    short: (kind, code) => find(kind, code)?.short ?? plain(code),
    all: (kind) => vocabulary?.[kind] ?? [],
  };
}
