/**
 * A JSON Pointer (RFC 6901) to a value in a body: `/constraints/near/postalCode`; the whole body is ``.
 * A step longer than 100 characters is cut, since it may be anything a client sent.
 */
export function jsonPointer(steps: readonly (string | number)[]): string {
  return steps
    .map((step) => `/${shorten(String(step)).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** A name that a client sent, safe to repeat in an answer: at most 100 characters, well-formed, no controls. */
export function shorten(name: string): string {
  const clean = name.slice(0, 100).replace(/[\p{Surrogate}\p{Cc}]/gu, '\uFFFD');
  return name.length > 100 ? `${clean}…` : clean;
}
