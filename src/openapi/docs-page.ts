import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import swaggerUi from 'swagger-ui-express';
import { FREE } from '../http/rate-cost.decorator.js';
import { entityTag } from '../http/writes/etag.js';
import { docsPolicy, SECURITY_HEADERS } from '../http/pipeline/security-headers.js';

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

/** Without the address of the folder itself: that is the page, which has its own headers. */
const [, FILES] = swaggerUi.serveWithOptions({ redirect: false });

/** Serves the OpenAPI document at `/openapi.json`, created on first use, and Swagger UI on it at `/docs/`. */
export function serveDocs(app: NestFastifyApplication, makeDocument: () => object): void {
  const instance = app.getHttpAdapter().getInstance();
  const page = swaggerUi.generateHTML(undefined, { customSiteTitle: 'Treatment Navigator API' });
  const policy = docsPolicy([...inlineStylesOf(page), LOGO]);
  let document: { readonly text: string; readonly tag: string } | undefined;
  instance.get('/openapi.json', FREE, (_request, reply) => {
    document ??= tagged(JSON.stringify(makeDocument()));
    return reply.header('etag', document.tag).type('application/json').send(document.text);
  });
  instance.get('/docs', FREE, (request, reply) => {
    // The page refers to its files by relative paths.
    if (!request.url.split('?', 1)[0]?.endsWith('/')) return reply.redirect('/docs/', 302);
    return reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page);
  });
  instance.get('/docs/swagger-ui-init.js', FREE, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(START),
  );
  // Its files are sent without Fastify's replies.
  app.use('/docs', (_request: unknown, response: ServerResponse, next: () => void) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    next();
  });
  app.use('/docs', FILES);
}

/** Half a megabyte that is free of charge is not hashed for each request. */
function tagged(text: string): { text: string; tag: string } {
  return { text, tag: entityTag(text) };
}

/** The hashes of the contents of `<style>` tags and `style` attributes. */
function inlineStylesOf(page: string): string[] {
  const styles = [
    ...page.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g),
    ...page.matchAll(/\sstyle="([^"]*)"/g),
  ];
  return styles.map(([, style = '']) => `sha256-${createHash('sha256').update(style).digest('base64')}`);
}
