import type { Language } from '../vocabulary/languages.js';
import { ENGLISH } from './labels.en.js';
import { SPANISH } from './spanish.js';

const WORDS: Readonly<Record<Language, (code: string) => string>> = {
  en: ENGLISH.label,
  es: SPANISH.label,
};

/** The word for a code. */
export function label(code: string, language: Language): string {
  return WORDS[language](code);
}
