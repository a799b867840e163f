import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedType } from './pipeline/accepted-type.js';
import { pageHeaders } from './pipeline/security-headers.js';
import { ASSETS } from './web-addresses.js';

/** The hash in the name of a file changes with its content, so a browser never has to ask for it again. */
const NAMED_BY_CONTENT = 'public, max-age=31536000, immutable';
/** Files cost no points: a page with its script and its styles must not use up the points of a match. */
const FREE = { cost: 0 } as const;

/** What an operator sets of the pages. */
export interface PageSettings {
  /** The issuer at which people sign in from the pages; without it they use keys only. */
  readonly issuer?: string | undefined;
  /** Where "Leave this page" leads; `about:blank` if omitted. */
  readonly exitPage?: string | undefined;
}

/** The exit page as the built page has it. */
const NO_EXIT_PAGE = 'content="about:blank"';

/**
 * Serves the console, as `vite build` wrote it into `folder`: the page at `/` to a client that prefers HTML, its scripts
 * and styles below `/assets/`, each as it was compressed when it was built. Everyone else gets the answer in JSON at `/`.
 */
export function serveWeb(
  instance: FastifyInstance,
  folder: string,
  { issuer, exitPage }: PageSettings = {},
): void {
  const page = join(folder, 'index.html');
  // A program that was compiled without its pages, as a test may do, still answers in JSON.
  if (!existsSync(page)) return;
  const html = withExitPage(readFileSync(page, 'utf8'), exitPage);
  const headers = pageHeaders(issuer);
  instance.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url !== '/' || request.method === 'OPTIONS') return;
    reply.header('vary', 'Accept');
    if (prefersHtml(request)) await sendPage(reply, html, headers);
  });
  instance.addHook('onRoute', (route) => {
    if (route.url.startsWith(ASSETS)) route.config = { ...route.config, ...FREE };
  });
  void instance.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: ASSETS,
    // One route for each file: any other address is unknown, as elsewhere.
    wildcard: false,
    index: false,
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    // The gzip and brotli files are no addresses of their own.
    globIgnore: ['**/*.{br,gz}'],
    setHeaders: (reply) => {
      reply.header('cache-control', NAMED_BY_CONTENT).header('cross-origin-resource-policy', 'same-origin');
    },
  });
}

function prefersHtml({ headers }: FastifyRequest): boolean {
  return acceptedType(headers.accept, ['application/json', 'text/html']) === 'text/html';
}

/** A page is made for this moment: the next visit may need another script. */
async function sendPage(
  reply: FastifyReply,
  html: string,
  headers: ReturnType<typeof pageHeaders>,
): Promise<void> {
  await reply
    .headers(headers)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html);
}

/** @throws if the page has no place for it, so that a page cannot lead elsewhere than its operator says */
function withExitPage(html: string, exitPage: string | undefined): string {
  if (exitPage === undefined) return html;
  if (!html.includes(NO_EXIT_PAGE)) throw new Error('The page has no place for EXIT_PAGE.');
  const escaped = exitPage.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return html.replace(NO_EXIT_PAGE, () => `content="${escaped}"`);
}
