/** Languages that sentences for people come in. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same sentence in every language. */
export type InEachLanguage = Readonly<Record<Language, string>>;
