import type { OutgoingHttpHeaders } from 'node:http';

/**
 * What every answer tells a browser, whoever made it: a handler, a filter, the router, the bare socket. See
 * docs/decisions/0018-privacy-and-hardening.md for what is left out, and why.
 */
export const SECURITY_HEADERS = {
  // JSON is data: nobody takes it for a page or a script, loads anything for it, or shows it in a frame.
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  // Addresses of searches hold words and places of people.
  'referrer-policy': 'no-referrer',
  // Sites of partners embed what is open, also sites that isolate themselves (COEP).
  'cross-origin-resource-policy': 'cross-origin',
} as const satisfies OutgoingHttpHeaders;

/**
 * Swagger UI's page: its own scripts, styles and pictures, and requests to this service. It fetches nothing from
 * others, sends no form, and runs no script that stands in the page.
 *
 * @param inlineStyles the hashes, such as `sha256-…`, of the styles that stand in the page
 */
export function docsPolicy(inlineStyles: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self' 'unsafe-hashes'", ...inlineStyles.map((hash) => `'${hash}'`)].join(' '),
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
