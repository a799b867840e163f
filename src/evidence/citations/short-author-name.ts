import type { AuthorName } from '../../core/evidence/citation-record.js';

/** A name as indexes shorten it, `Sordo L` or `van der Sample B.M.`; `undefined` for any other text, such as a group. */
export function shortAuthorName(name: string): AuthorName | undefined {
  const [, family, initials] = /^(\p{L}[\p{L}'’ -]*?) ((?:[A-Z]\.?-?){1,4})$/u.exec(name.trim()) ?? [];
  if (family === undefined || initials === undefined) return undefined;
  return { family, given: [...initials.replace(/[.-]/g, '')].join('. ').concat('.') };
}
