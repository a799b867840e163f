/** The part of swagger-ui-express that the documents page uses; the package brings no types. */
declare module 'swagger-ui-express' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

  const swaggerUi: {
    /** The page of the UI. */
    generateHTML(document: undefined, options: { customSiteTitle?: string; customCss?: string }): string;
    /** The script that starts the UI (Express only), and the files of swagger-ui-dist. */
    serveWithOptions(options: { redirect?: boolean }): [Middleware, Middleware];
  };
  export default swaggerUi;
}
