import type { OutgoingHttpHeaders } from 'node:http';

/**
 * Security headers of every response, whether from a handler, a filter, the router or the bare socket. See
 * docs/decisions/0018-privacy-and-hardening.md for what is left out, and why.
 */
export const SECURITY_HEADERS = {
  // JSON is data: no browser may run it as a page or script, load anything for it, or show it in a frame.
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  // Addresses of searches contain search terms and places of people.
  'referrer-policy': 'no-referrer',
  // Partner sites embed what is open, including sites that isolate themselves (COEP).
  'cross-origin-resource-policy': 'cross-origin',
} as const satisfies OutgoingHttpHeaders;

/**
 * Swagger UI's page: its own scripts, styles and images, and requests to this service. It loads nothing from other
 * sites, submits no form, and runs no inline script.
 *
 * @param inlineStyles the hashes, such as `sha256-…`, of the inline styles of the page
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

/**
 * A page of the console: its own scripts and styles, and requests to this service. No script may write text into the page
 * as HTML (Trusted Types), nothing may frame it, and it tells no other site where a visitor comes from.
 *
 * @param issuer where people sign in from this page: the only other site that it may ask
 */
export function pageHeaders(issuer: string | undefined) {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      ["connect-src 'self'", ...(issuer === undefined ? [] : [new URL(issuer).origin])].join(' '),
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'geolocation=(), camera=(), microphone=()',
  } as const satisfies OutgoingHttpHeaders;
}
