import { distance } from 'fastest-levenshtein';

/** Longer than any field, code or parameter of ours: not worth comparing. */
const LONGEST_WORD = 64;

/**
 * The word in a list that was probably meant: the one with the fewest edits, at most one in three of its letters
 * (rounded up); letter case, hyphens and the like do not count. Undefined if there is no close match.
 */
export function closestWord(written: string, words: readonly string[]): string | undefined {
  if (written.length === 0 || written.length > LONGEST_WORD) return undefined;
  const plainWritten = plain(written);
  if (plainWritten === '') return undefined;
  let best: string | undefined;
  let fewest = Infinity;
  for (const word of words) {
    const plainWord = plain(word);
    const edits = distance(plainWritten, plainWord);
    if (edits < fewest && edits <= Math.ceil(plainWord.length / 3)) {
      best = word;
      fewest = edits;
    }
  }
  return best;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}
