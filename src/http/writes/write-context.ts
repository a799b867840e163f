import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/curation/role.js';
import { addressBlock } from '../address-block.js';
import type { CallerRequest } from '../caller.js';
import { Problem } from '../problem.js';

export const MAX_KEY_LENGTH = 255;
export const IDEMPOTENCY_KEY_PATTERN = /^[\x21-\x7e]+$/;
/** The extension that marks the operation of a handler that writes. */
export const WRITES = 'x-writes';

/** A request that writes: its actor, its identity and its conditions. Handlers get it with `@Write()`. */
export interface WriteContext {
  /** `undefined` for the public. */
  readonly actor: Actor | undefined;
  /** Throws a 401 problem if their key has been revoked in the meantime. */
  readonly recheckKey: ((manager: EntityManager) => Promise<void>) | undefined;
  readonly requestId: string;
  /** The address or network that it comes from. Never stored and never logged. */
  readonly network: string;
  /** Method and path as the router reads it, such as `POST /v1/ratings`: the same however the address was written. */
  readonly target: string;
  /** Digest of the body, so that a repeat is distinguished from a different request with the same key. */
  readonly bodyDigest: string;
  readonly idempotencyKey: string | undefined;
  /** Whether the response may be stored for a repeat with the same key. */
  readonly storesAnswer: boolean;
  /** Tells the client that it gets a stored response. */
  readonly markReplayed: () => void;
  readonly ifMatch: string | undefined;
}

const writeContextOf = createParamDecorator((_data: unknown, context: ExecutionContext): WriteContext => {
  const request = context.switchToHttp().getRequest<CallerRequest>();
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  return {
    actor: request.actor,
    recheckKey: request.recheckKey,
    requestId: request.id,
    network: addressBlock(request.ip),
    target: targetOf(request),
    bodyDigest: createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest('hex'),
    idempotencyKey: idempotencyKeyOf(request.headers['idempotency-key']),
    storesAnswer: true,
    markReplayed: () => void reply.header('idempotent-replayed', 'true'),
    ifMatch: request.headers['if-match'],
  };
});

/** The pattern of the route with what was read for its parameters: an address may be written with escapes or a slash. */
function targetOf({ method, routeOptions, params }: CallerRequest): string {
  const values = params as Readonly<Record<string, string>>;
  return `${method} ${(routeOptions.url ?? '').replace(/:(\w+)/g, (name, key: string) => values[key] ?? name)}`;
}

/** The parameter of a handler that writes; every such POST is documented with an Idempotency-Key. */
export function Write(): ParameterDecorator {
  return (target, key, index) => {
    writeContextOf()(target, key, index);
    const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key !== undefined && method !== undefined) ApiExtension(WRITES, true)(target, key, method);
  };
}

/** The actor, if a role is needed: the guard has made sure that there is one. */
export function actorOf({ actor }: WriteContext): Actor {
  if (!actor) throw new Error('A handler that needs an actor has no @Needs().');
  return actor;
}

/**
 * The same request with a response that must not be stored: a secret, or the needs of a client; nor is a digest of its
 * body. It is still carried out only once: a repeat with its Idempotency-Key is a 409.
 */
export function withoutStoredAnswer(context: WriteContext): WriteContext {
  return { ...context, storesAnswer: false, bodyDigest: '' };
}

function idempotencyKeyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = String(header).trim();
  if (key !== '' && key.length <= MAX_KEY_LENGTH && IDEMPOTENCY_KEY_PATTERN.test(key)) return key;
  throw Problem.badRequest([
    {
      parameter: 'Idempotency-Key',
      message: `must be 1 to ${MAX_KEY_LENGTH} visible characters without spaces, such as a UUID`,
    },
  ]);
}
