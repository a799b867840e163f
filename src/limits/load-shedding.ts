import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationShutdown,
  type OnModuleInit,
  Optional,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { costOf } from '../http/rate-cost.decorator.js';
import { Metrics } from '../metrics/metrics.js';
import { Problem } from '../http/problem.js';
import { LIMIT_OPTIONS, type LimitOptions } from './limit-options.js';

/** How often the delay of the event loop is measured. */
const BEAT_MS = 10;
const RETRY_AFTER_SECONDS = 2;
/** A log line for every request would add to the load. */
const SAY_EVERY_MS = 60_000;

/**
 * Refuses requests while the event loop is late. A match is computed in one go, so waiting requests are not in a queue
 * of ours but in sockets, and the event loop answers all that are ready before its next round: once a round has taken
 * too long, its remaining requests are refused at once. Matches and everything that costs more than a read are refused
 * first; what costs nothing, such as health, is always answered.
 */
@Injectable()
export class LoadShedding implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Limits');
  private beat: NodeJS.Timeout | undefined;
  private cameRoundAt = performance.now();
  private saidAt = -Infinity;

  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    @Inject(LIMIT_OPTIONS) private readonly options: LimitOptions,
    @Optional() private readonly metrics?: Metrics,
  ) {}

  onModuleInit(): void {
    const { shedAboveMs } = this.options;
    if (shedAboveMs === undefined) return;
    this.beat = setInterval(() => (this.cameRoundAt = performance.now()), BEAT_MS).unref();
    this.host.httpAdapter
      .getInstance()
      .addHook('onRequest', async (request) => this.guard(request, shedAboveMs));
  }

  onApplicationShutdown(): void {
    clearInterval(this.beat);
  }

  /** Throws a 503 problem. */
  private guard(request: FastifyRequest, shedAboveMs: number): void {
    const lateMs = performance.now() - this.cameRoundAt - BEAT_MS;
    if (lateMs <= shedAboveMs) return;
    const cost = costOf(request);
    // A read takes almost no time.
    if (cost === 0 || (cost === 1 && lateMs <= 2 * shedAboveMs)) return;
    this.metrics?.loadShed.inc();
    this.say(lateMs);
    throw Problem.unavailable('The service is overloaded. Try again shortly.', RETRY_AFTER_SECONDS);
  }

  private say(lateMs: number): void {
    const now = performance.now();
    if (now - this.saidAt < SAY_EVERY_MS) return;
    this.saidAt = now;
    this.log.warn(`The event loop is ${Math.round(lateMs)} ms late: requests are refused until it recovers.`);
  }
}
