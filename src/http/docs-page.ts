import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import swaggerUi from 'swagger-ui-express';
import { FREE } from './costs.js';

/** Starts the UI on this service's own document. The package's own script needs Express to be sent. */
const START = `window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: '/openapi.json',
    dom_id: '#swagger-ui',
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
  });
};
`;

/** Serves the OpenAPI document at `/openapi.json`, made on first use, and Swagger UI on it at `/docs/`. */
export function serveDocs(app: NestFastifyApplication, makeDocument: () => object): void {
  const instance = app.getHttpAdapter().getInstance();
  const page = swaggerUi.generateHTML(undefined, { customSiteTitle: 'Treatment Navigator API' });
  let document: string | undefined;
  instance.get('/openapi.json', FREE, (_request, reply) => {
    document ??= JSON.stringify(makeDocument());
    return reply.type('application/json').send(document);
  });
  instance.get('/docs', FREE, (request, reply) => {
    // The page names its files relative to itself.
    if (!request.url.split('?', 1)[0]?.endsWith('/')) return reply.redirect('/docs/', 302);
    return reply.type('text/html; charset=utf-8').send(page);
  });
  instance.get('/docs/swagger-ui-init.js', FREE, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(START),
  );
  app.use('/docs', swaggerUi.serve[1]);
}
