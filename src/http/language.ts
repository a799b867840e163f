import Negotiator from 'negotiator';

/** Languages that sentences for people may come in; English where nothing else is asked for. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language that an `Accept-Language` header prefers among ours. */
export function preferredLanguage(header: string | undefined): Language {
  if (header === undefined) return 'en';
  const [best] = new Negotiator({ headers: { 'accept-language': header } }).languages([...LANGUAGES]);
  return best === 'es' ? 'es' : 'en';
}
