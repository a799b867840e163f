const STRONG = new Set('aeoáéó');
/** A weak vowel with an accent stands alone beside a strong one: `dí-a`. */
const STRESSED_WEAK = new Set('íú');
const WEAK = new Set('iuü');

/**
 * The syllables of a Spanish word, by the vowels that carry one. Two strong vowels are two syllables (`a-é-re-o`); a weak one
 * joins its neighbor (`tiem-po`, `ciu-dad`), unless it has an accent (`dí-a`). The `u` of `que`, `qui`, `gue` and `gui` is silent, an `h`
 * separates nothing, and a `y` is a vowel at the end (`hoy`).
 */
export function spanishSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .replaceAll(/(?<=[qg])u(?=[eiéí])/g, '')
    .replaceAll(/(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])/g, '')
    .replace(/y$/, 'i');
  let syllables = 0;
  let carriers = 0;
  let inVowels = false;
  const close = () => {
    // A run of weak vowels alone is one syllable.
    if (inVowels) syllables += Math.max(1, carriers);
    carriers = 0;
    inVowels = false;
  };
  for (const letter of letters) {
    if (STRONG.has(letter) || STRESSED_WEAK.has(letter)) {
      carriers += 1;
      inVowels = true;
    } else if (WEAK.has(letter)) inVowels = true;
    else close();
  }
  close();
  return Math.max(1, syllables);
}
