/**
 * A JSON Pointer (RFC 6901) to a value in a body: `/constraints/near/postalCode`; the whole body is ``. A step longer
 * than 100 characters is truncated, since a client may send anything.
 */
export function jsonPointer(steps: readonly (string | number)[]): string {
  return steps
    .map((step) => `/${shorten(String(step)).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/**
 * A name sent by a client, safe to repeat in a response: at most 100 characters, well-formed, no control characters.
 */
export function shorten(name: string): string {
  const clean = name.slice(0, 100).replace(/[\p{Surrogate}\p{Cc}]/gu, '\uFFFD');
  return name.length > 100 ? `${clean}…` : clean;
}
