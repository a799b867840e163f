import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { withRouteConfig } from '../route-config.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The same for everybody until the next start or import: compressed once and kept. */
    isDocument?: boolean;
    /** The answer holds a key or a secret: never compressed. */
    holdsSecret?: boolean;
  }
}

/** The extension of an operation whose answer holds a key or a secret. */
export const HOLDS_SECRET = 'x-holds-secret';

/**
 * For a handler whose answer holds a key or a secret. It is never compressed: from the length of an answer that holds a
 * secret beside a client's own words, the secret could be guessed (BREACH). A test finds what lacks this.
 */
export function HoldsSecret(): MethodDecorator {
  return applyDecorators(withRouteConfig({ holdsSecret: true }), ApiExtension(HOLDS_SECRET, true));
}

/** For a handler that answers with a document: the same for everybody, compressed once and sent from one buffer. */
export function Document(): MethodDecorator {
  return withRouteConfig({ isDocument: true });
}
