import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Env } from '../config/env.js';
import { StartError } from '../config/start-error.js';

/**
 * Opens the port and returns the address under which it is reachable. Throws `StartError` if the port is not available.
 */
export async function listen(
  app: NestFastifyApplication,
  { host, port }: Pick<Env, 'host' | 'port'>,
): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (error) {
    throw refusal(error as NodeJS.ErrnoException, host, port) ?? error;
  }
  const { address, port: given } = app.getHttpServer().address() as AddressInfo;
  return `http://${reachable(address)}:${given}`;
}

/**
 * The line that tells the user that the service is ready.
 *
 * @param tookMs from the start of the process to now, in milliseconds
 */
export function welcome(address: string, tookMs: number): string {
  const need = {
    assessment: { conditions: [{ condition: 'opioid', severity: 'severe' }] },
    constraints: { near: { postalCode: '06511' }, maxDistanceKm: 40, payers: ['medicaid'] },
  };
  return (
    `Ready at ${address} after ${(tookMs / 1000).toFixed(1)} s. Try: ` +
    `curl -s ${address}/v1/matches -H 'content-type: application/json' -d '${JSON.stringify(need)}'`
  );
}

function refusal(error: NodeJS.ErrnoException, host: string, port: number): StartError | undefined {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} on ${host} is in use by another program. Stop that program, or set PORT to another number (0: any free one).`,
      );
    case 'EACCES':
      return new StartError(
        `This account may not open port ${port} on ${host}. Set PORT to a number from 1024 on.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new StartError(
        `HOST ${host} is not an address of this machine. Set HOST to 127.0.0.1 (this machine only) or 0.0.0.0 (all its networks).`,
      );
    default:
      return undefined;
  }
}

/** The address that means all networks cannot be used for a request. */
function reachable(address: string): string {
  if (address === '0.0.0.0') return '127.0.0.1';
  if (address === '::') return '[::1]';
  return address.includes(':') ? `[${address}]` : address;
}
