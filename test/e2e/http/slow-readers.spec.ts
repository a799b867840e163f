import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '../../../src/create-app.js';
import { readEnv } from '../../../src/config/env.js';

const READ_MS = 600;
/** More than the buffers of both ends of a connection hold. */
const HUGE = 'x'.repeat(32 * 1024 * 1024);

@Controller('v1')
class Answers {
  @Get('huge')
  huge(): string {
    return HUGE;
  }

  @Get('short')
  short(): object {
    return { short: true };
  }

  @Get('late')
  async late(): Promise<object> {
    await wait(2 * READ_MS);
    return { late: true };
  }
}

let app: NestFastifyApplication;
beforeAll(async () => {
  class OnlyAnswers {}
  Module({ controllers: [Answers] })(OnlyAnswers);
  app = await createHttpApp(OnlyAnswers, { logLevel: 'silent', answerReadMs: READ_MS });
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

const connections = () =>
  new Promise<number>((resolve, reject) => {
    app.getHttpServer().getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
const get = (path: string) => `GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`;

/** A connection that reads nothing unless it is told to. */
async function dial(words: string): Promise<Socket> {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  dialled.push(socket);
  await once(socket, 'connect');
  socket.pause().write(words);
  return socket;
}

/** Waits for a connection to end, far less long than one may otherwise stay. */
async function untilNoConnection(): Promise<void> {
  for (let tries = 0; tries < 400 && (await connections()) > 0; tries++) await wait(20);
  expect(await connections()).toBe(0);
}

const dialled: Socket[] = [];
afterEach(() => {
  for (const socket of dialled.splice(0)) socket.destroy();
});

describe('A client that does not read its answer', () => {
  it.each([
    ['of one request', get('/v1/huge')],
    ['of many requests at once', get('/v1/huge').repeat(5)],
  ])('is disconnected: %s', async (_what, words) => {
    const socket = await dial(words);
    expect(await connections()).toBe(1);
    await untilNoConnection();
    // What was not read did not arrive.
    let heard = 0;
    socket.on('data', (part: Buffer) => (heard += part.length));
    if (!socket.resume().closed) await once(socket, 'close');
    expect(heard).toBeLessThan(HUGE.length);
  });

  it('leaves other clients alone', async () => {
    const slow = await Promise.all(Array.from({ length: 10 }, () => dial(get('/v1/huge'))));
    const { port } = app.getHttpServer().address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/v1/short`, { headers: { connection: 'close' } });
    expect(await answer.json()).toEqual({ short: true });
    await untilNoConnection();
    for (const socket of slow) socket.destroy();
  });
});

describe('A client that reads', () => {
  it('slowly but always gets all of a long answer', async () => {
    const socket = await dial(get('/v1/huge').replace('host: a', 'host: a\r\nconnection: close'));
    let heard = 0;
    const closed = once(socket, 'close');
    socket.on('data', (part: Buffer) => {
      heard += part.length;
      if (heard % 7 !== 0) return;
      socket.pause();
      setTimeout(() => socket.resume(), READ_MS / 20);
    });
    socket.resume();
    await closed;
    expect(heard).toBeGreaterThan(HUGE.length);
  });

  it('waits for an answer that is longer in the making than it may be left unread', async () => {
    const socket = await dial(
      get('/v1/short') + get('/v1/late').replace('host: a', 'host: a\r\nconnection: close'),
    );
    let heard = '';
    const closed = once(socket, 'close');
    socket.setEncoding('utf8').on('data', (text: string) => (heard += text));
    socket.resume();
    await closed;
    expect(heard).toContain('{"short":true}');
    expect(heard).toContain('{"late":true}');
  });
});

it('By default an answer may be left unread for 30 seconds', () => {
  expect(readEnv({}).answerReadMs).toBe(30_000);
  expect(readEnv({ ANSWER_READ_MS: '5000' }).answerReadMs).toBe(5_000);
  for (const ANSWER_READ_MS of ['0', '999', '600001', '5 s', 'off'])
    expect(() => readEnv({ ANSWER_READ_MS })).toThrow('ANSWER_READ_MS is');
});
