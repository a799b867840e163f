import { folded } from '../vocabulary/folded.js';
import type { LinkagePolicy } from './linkage-policy.js';

/** The words of a name, each once, as every list would write them: `St. Mary's Hosp. Inc` is `saint mary hospital`. */
export function nameWords(
  name: string,
  policy: Pick<LinkagePolicy, 'nameWords' | 'emptyNameWords'>,
): readonly string[] {
  const words = wordsIn(name)
    .flatMap((word) => (policy.nameWords[word] ?? word).split(' '))
    .map(singular)
    .filter((word) => !policy.emptyNameWords.includes(word));
  return [...new Set(words)].toSorted();
}

export function wordsIn(text: string): readonly string[] {
  return folded(text)
    .replaceAll('&', ' and ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** `services` and `service` are one word; `us`, `boss` stay. */
function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** How much a word tells two names apart: rare words tell much, `center` tells little. */
export class WordRarity {
  private readonly occurrences = new Map<string, number>();
  private names = 0;

  add(words: Iterable<string>): void {
    this.names++;
    for (const word of words) this.occurrences.set(word, (this.occurrences.get(word) ?? 0) + 1);
  }

  /** From about 0.7 for a word in every name up to ln(1 + names) for a word that occurs once or never. */
  of(word: string): number {
    return Math.log(1 + Math.max(1, this.names) / Math.max(1, this.occurrences.get(word) ?? 0));
  }

  /**
   * The share of two names' words that both have, by rarity (Jaccard): 0 to 1. `undefined` where one of them has no
   * word.
   */
  likeness(a: readonly string[], b: readonly string[]): number | undefined {
    if (a.length === 0 || b.length === 0) return undefined;
    const other = new Set(b);
    let shared = 0;
    let all = 0;
    for (const word of a) {
      const weight = this.of(word);
      all += weight;
      if (other.delete(word)) shared += weight;
    }
    for (const word of other) all += this.of(word);
    return shared / all;
  }
}
