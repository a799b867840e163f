import type { Language } from '../vocabulary/languages.js';
import { ENGLISH } from './labels.en.js';
import { SPANISH } from './labels.es.js';
import { RULE_NAMES_ES } from './sentences.es.js';

const WORDS: Readonly<Record<Language, (code: string) => string>> = {
  en: ENGLISH.label,
  es: (code) => (RULE_NAMES_ES as Readonly<Record<string, string>>)[code] ?? SPANISH.label(code),
};

/** The word for a code. */
export function label(code: string, language: Language): string {
  return WORDS[language](code);
}
