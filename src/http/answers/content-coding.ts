import Negotiator from 'negotiator';

/** Codings of an answer, the preferred one first: brotli is smaller and no slower. */
export const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** What a client accepts of these codings (RFC 9110 §12.5.3). */
export interface AcceptedCodings {
  /** The one to use where an answer is worth it; absent if the client prefers none. */
  readonly best?: Coding;
  /** Whether it also accepts an answer without a coding. */
  readonly identity: boolean;
}

/** The types of the package do not know yet that equals are decided by a list. */
interface Codings {
  encodings(available: readonly string[], options: { preferred: readonly string[] }): string[];
}

/** Without the header, or with an empty one, answers are sent as they are. */
export function acceptedCodings(header: string | undefined): AcceptedCodings {
  if (header === undefined) return { identity: true };
  const all = [...CODINGS, 'identity'];
  const asked: Codings = new Negotiator({ headers: { 'accept-encoding': header } });
  const accepted = asked.encodings(all, { preferred: all });
  const [first] = accepted;
  const best = CODINGS.find((coding) => coding === first);
  return { ...(best && { best }), identity: accepted.includes('identity') };
}

/** The validator of a coded answer: another text, as its bytes are others (RFC 9110 §8.8.3.3). */
export function codedTag(tag: string, coding: Coding | undefined): string {
  return coding === undefined ? tag : tag.replace(/"$/, `-${coding}"`);
}

const CODED = new RegExp(`"([A-Za-z0-9_-]{27})-(?:${CODINGS.join('|')})"`, 'g');

/** The tags of a list without their codings: an edit, and a cached answer, are of the same state in every coding. */
export function withoutCodings(tags: string): string {
  return tags.replace(CODED, '"$1"');
}
