import { Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request, { type Response } from 'supertest';
import { createHttpApp, type RequestTimeouts } from '../../../src/create-app.js';
import { HealthController } from '../../../src/health/health.controller.js';
import { Readiness } from '../../../src/health/readiness.js';
import { RateCost } from '../../../src/http/rate-cost.decorator.js';
import type { LimitOptions } from '../../../src/limits/limit-options.js';
import { LimitsModule } from '../../../src/limits/limits.module.js';

@Controller('v1')
class Things {
  @Get('things')
  list(): object {
    return {};
  }

  @Post('matches')
  @HttpCode(200)
  @RateCost(5)
  match(): object {
    return {};
  }
}

/**
 * The limits room behind the service's HTTP layer, with a few routes and without the guard that reads keys: no
 * database.
 */
export class LimitedApp {
  private constructor(
    readonly app: NestFastifyApplication,
    private readonly lines: string[],
  ) {}

  static async open(limits: LimitOptions, timeouts?: RequestTimeouts): Promise<LimitedApp> {
    class OnlyLimits {}
    Module({
      imports: [LimitsModule.with(limits)],
      controllers: [Things, HealthController],
      providers: [{ provide: Readiness, useValue: { ready: () => ({}), requireWritable: () => {} } }],
    })(OnlyLimits);
    const lines: string[] = [];
    const app = await createHttpApp(
      OnlyLimits,
      { logLevel: 'debug', trustedProxies: ['loopback'], timeouts },
      { write: (line) => lines.push(line) },
    );
    await app.listen(0, '127.0.0.1');
    return new LimitedApp(app, lines);
  }

  /** @param address of the client, as reported by a proxy */
  get(path = '/v1/things', address = '192.0.2.1'): request.Test {
    return request(this.app.getHttpServer()).get(path).set('x-forwarded-for', address);
  }

  post(path: string): request.Test {
    return request(this.app.getHttpServer()).post(path).send({});
  }

  /** How many of this many concurrent requests were answered. */
  async answered(times: number, send: () => PromiseLike<Response> = () => this.get()): Promise<number> {
    const answers = await Promise.all(Array.from({ length: times }, () => send()));
    return answers.filter(({ status }) => status === 200).length;
  }

  /** The log lines of the room. */
  get said(): string[] {
    return this.lines
      .map((line) => JSON.parse(line) as { context?: string; msg: string })
      .filter(({ context }) => context === 'Limits')
      .map(({ msg }) => msg);
  }

  get log(): string {
    return this.lines.join('');
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
