import { en, type Words } from './en.js';
import { es } from './es.js';

export type Language = 'en' | 'es';

export function wordsOf(language: Language): Words {
  return language === 'es' ? es : en;
}

/** The language of a browser's list that the console speaks, English if none. */
export function languageOf(wished: readonly string[]): Language {
  for (const one of wished) {
    const [language] = one.toLowerCase().split('-');
    if (language === 'en' || language === 'es') return language;
  }
  return 'en';
}
