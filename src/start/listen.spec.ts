import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { StartError } from '../config/start-error.js';
import { listen } from './listen.js';

@Module({})
class Nothing {}

let app: NestFastifyApplication;

beforeEach(async () => {
  app = await NestFactory.create<NestFastifyApplication>(Nothing, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
});

afterEach(async () => {
  await app.close();
});

async function complaint(host: string, port: number): Promise<string> {
  try {
    await listen(app, { host, port });
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return (error as Error).message;
  }
  throw new Error('it listens');
}

describe('listen', () => {
  it('returns an address that answers', async () => {
    const address = await listen(app, { host: '127.0.0.1', port: 0 });
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
    expect((await fetch(address)).status).toBe(404);
  });

  it('names this machine when it listens on every network', async () => {
    expect(await listen(app, { host: '0.0.0.0', port: 0 })).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('says that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      expect(await complaint('127.0.0.1', port)).toBe(
        `Port ${port} on 127.0.0.1 is in use by another program. Stop that program, or set PORT to another number (0: any free one).`,
      );
    } finally {
      other.close();
    }
  });

  it.each(['192.0.2.1', 'no-such-host.invalid'])(
    'says that %s is not an address of this machine',
    async (host) => {
      expect(await complaint(host, 0)).toBe(
        `HOST ${host} is not an address of this machine. Set HOST to 127.0.0.1 (this machine only) or 0.0.0.0 (all its networks).`,
      );
    },
  );
});
