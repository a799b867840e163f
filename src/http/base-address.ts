import type { FastifyRequest } from 'fastify';

/** The address of this service as its client wrote it, without a slash at the end; behind a trusted proxy, that of the proxy. */
export function baseAddressOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return host === '' ? '' : `${protocol}://${host}`;
}
