/** Languages in which sentences are available. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same sentence in every language. */
export type InEachLanguage = Readonly<Record<Language, string>>;
