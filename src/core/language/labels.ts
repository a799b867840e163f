import type { Language } from '../vocabulary/languages.js';
import { label as english } from './labels.en.js';
import { label as spanish } from './labels.es.js';

const WORDS: Readonly<Record<Language, (code: string) => string>> = { en: english, es: spanish };

/** The word for a code. */
export function label(code: string, language: Language): string {
  return WORDS[language](code);
}
