import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import swaggerUi from 'swagger-ui-express';
import { FREE } from '../http/rate-cost.decorator.js';
import { entityTag } from '../http/writes/etag.js';
import { docsPolicy, SECURITY_HEADERS } from '../http/pipeline/security-headers.js';

/**
 * Starts the UI on this service's own document. The package's own script needs Express to be sent. Its validator is a
 * site of others, which would hear of every visit.
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

/** The colours of Swagger UI's logo, which its script writes into the page. */
const LOGO = 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w=';

/** Without the address of the folder itself: that is the page's, and has headers of its own. */
const [, FILES] = swaggerUi.serveWithOptions({ redirect: false });

/** Serves the OpenAPI document at `/openapi.json`, made on first use, and Swagger UI on it at `/docs/`. */
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
    // The page names its files relative to itself.
    if (!request.url.split('?', 1)[0]?.endsWith('/')) return reply.redirect('/docs/', 302);
    return reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page);
  });
  instance.get('/docs/swagger-ui-init.js', FREE, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(START),
  );
  // Its files are answered past Fastify's replies.
  app.use('/docs', (_request: unknown, response: ServerResponse, next: () => void) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    next();
  });
  app.use('/docs', FILES);
}

/** Half a megabyte that nobody pays for is not hashed for each who asks. */
function tagged(text: string): { text: string; tag: string } {
  return { text, tag: entityTag(text) };
}

/** The hashes of what stands between `<style>` tags and in `style` attributes. */
function inlineStylesOf(page: string): string[] {
  const styles = [
    ...page.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g),
    ...page.matchAll(/\sstyle="([^"]*)"/g),
  ];
  return styles.map(([, style = '']) => `sha256-${createHash('sha256').update(style).digest('base64')}`);
}
