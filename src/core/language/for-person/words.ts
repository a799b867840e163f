import type { Language } from '../../vocabulary/languages.js';
import { PLAIN_ENGLISH } from './words.en.js';
import { PLAIN_SPANISH } from './words.es.js';

const WORDS: Readonly<Record<Language, (code: string) => string>> = {
  en: PLAIN_ENGLISH.label,
  es: PLAIN_SPANISH.label,
};

/** The word for a code, for the person. */
export function plainLabel(code: string, language: Language): string {
  return WORDS[language](code);
}
