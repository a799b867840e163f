import Negotiator from 'negotiator';
import { type Language, LANGUAGES } from '../../core/vocabulary/languages.js';

/** The language among ours that an `Accept-Language` header prefers; English by default. */
export function preferredLanguage(header: string | undefined): Language {
  if (header === undefined) return 'en';
  const [best] = new Negotiator({ headers: { 'accept-language': header } }).languages([...LANGUAGES]);
  return best === 'es' ? 'es' : 'en';
}
