import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { Controller, Get, Module, UseInterceptors } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '../../../src/create-app.js';
import { FairQueue } from '../../../src/http/pipeline/fair-queue.interceptor.js';
import { eventually } from '../../support/eventually.js';

const THINKERS = 12;
const THINKS_MS = 15;

@Controller()
class Thinkers {
  @Get('think')
  @UseInterceptors(FairQueue)
  think() {
    const until = performance.now() + THINKS_MS;
    while (performance.now() < until);
    return { thought: true };
  }

  @Get('quick')
  quick() {
    return { quick: true };
  }
}

@Module({ controllers: [Thinkers] })
class ThinkersModule {}

describe('handlers that compute for long', () => {
  let app: NestFastifyApplication;
  let address: string;
  beforeAll(async () => {
    app = await createHttpApp(ThinkersModule, { logLevel: 'silent' });
    await app.listen(0, '127.0.0.1');
    address = await app.getUrl();
  });
  afterAll(() => app.close());

  /** Sends requests over its own connections. */
  const asker = (agent: Agent) => async (path: string) => {
    const request = get(address + path, { agent });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    await once(response.resume(), 'end');
  };

  it('let others in between: a new client does not wait while connected ones send requests again and again', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: THINKERS });
    const ask = asker(agent);
    let thought = 0;
    const over = new AbortController();
    const thinking = Array.from({ length: THINKERS }, async () => {
      while (!over.signal.aborted) {
        await ask('/think');
        thought += 1;
      }
    });
    // All clients are connected by then.
    await eventually(() => expect(thought).toBeGreaterThanOrEqual(2 * THINKERS), {
      patienceMs: 60_000,
      pauseMs: 1,
    });
    const before = thought;
    await asker(new Agent())('/quick');
    const meanwhile = thought - before;
    over.abort();
    await Promise.all(thinking);
    agent.destroy();
    expect(meanwhile).toBeLessThan(THINKERS);
  });

  it('answer in the order in which they came', async () => {
    const ask = asker(new Agent());
    const order: number[] = [];
    const thinking: Promise<unknown>[] = [];
    for (let i = 0; i < 5; i++) {
      thinking.push(ask('/think').then(() => order.push(i)));
      await setTimeout(3);
    }
    await Promise.all(thinking);
    expect(order).toEqual([0, 1, 2, 3, 4]);
  });
});
