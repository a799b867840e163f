import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import swaggerUi from 'swagger-ui-express';
import { entityTag } from '../http/writes/etag.js';
import { docsPolicy } from '../http/pipeline/security-headers.js';

/**
 * Starts the UI on this service's own document. The package's own script can only be served with Express. Its validator
 * is a third-party site, which would learn of every visit.
 */
const START = `window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: '/openapi.json',
    dom_id: '#swagger-ui',
    deepLinking: true,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
  });
};
`;

/** The colours of Swagger UI's logo, which its script inserts into the page. */
const LOGO = 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w=';

/** The package of the page has its files in a package of their own. */
const PAGE = createRequire(import.meta.url).resolve('swagger-ui-express');
const FOLDER = createRequire(PAGE)
  .resolve('swagger-ui-dist/package.json')
  .replace(/package\.json$/, '');

/** The files that the page refers to, beside its script; a browser may keep them until the next release. */
const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'swagger-ui-standalone-preset.js': 'text/javascript; charset=utf-8',
  'favicon-16x16.png': 'image/png',
  'favicon-32x32.png': 'image/png',
};
const KEPT_BY_BROWSERS = 'public, max-age=3600';

/** Half a megabyte costs what a search does where it is not in the cache of the client. */
const DOCUMENT = { config: { cost: 2, isDocument: true } } as const;

/** Serves the OpenAPI document at `/openapi.json`, created on first use, and Swagger UI on it at `/docs/`. */
export function serveDocs(app: NestFastifyApplication, makeDocument: () => object): void {
  const instance = app.getHttpAdapter().getInstance();
  const page = swaggerUi.generateHTML(undefined, { customSiteTitle: 'Treatment Navigator API' });
  const policy = docsPolicy([...inlineStylesOf(page), LOGO]);
  let document: Kept | undefined;
  instance.get('/openapi.json', DOCUMENT, (_request, reply) => {
    document ??= tagged(Buffer.from(JSON.stringify(makeDocument())));
    return reply.header('etag', document.tag).type('application/json; charset=utf-8').send(document.bytes);
  });
  instance.get('/docs', DOCUMENT, (request, reply) => {
    // The page refers to its files by relative paths.
    if (!request.url.split('?', 1)[0]?.endsWith('/')) return reply.redirect('/docs/', 302);
    return reply
      .header('content-security-policy', policy)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page);
  });
  const serve = (name: string, type: string, read: () => Buffer): void => {
    let kept: Kept | undefined;
    instance.get(`/docs/${name}`, DOCUMENT, (_request, reply) => {
      kept ??= tagged(read());
      return reply.headers({ etag: kept.tag, 'cache-control': KEPT_BY_BROWSERS }).type(type).send(kept.bytes);
    });
  };
  serve('swagger-ui-init.js', 'text/javascript; charset=utf-8', () => Buffer.from(START));
  for (const [name, type] of Object.entries(FILES)) serve(name, type, () => readFileSync(FOLDER + name));
}

interface Kept {
  readonly bytes: Buffer;
  readonly tag: string;
}

/** A megabyte is read and hashed once, not for each request. */
function tagged(bytes: Buffer): Kept {
  return { bytes, tag: entityTag(bytes) };
}

/** The hashes of the contents of `<style>` tags and `style` attributes. */
function inlineStylesOf(page: string): string[] {
  const styles = [
    ...page.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g),
    ...page.matchAll(/\sstyle="([^"]*)"/g),
  ];
  return styles.map(([, style = '']) => `sha256-${createHash('sha256').update(style).digest('base64')}`);
}
