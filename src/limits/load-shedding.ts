import underPressure from '@fastify/under-pressure';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { costOf } from '../http/costs.js';
import { Problem } from '../http/problem.js';
import { LIMIT_OPTIONS, type LimitOptions } from './limit-options.js';

/** Over how long the delay of the event loop is averaged, and how long one reading is gone by. */
const SAMPLE_MS = 500;
const RETRY_AFTER_SECONDS = 2;
/** A log that says so for every request would add to the load. */
const SAY_EVERY_MS = 60_000;

/**
 * Refuses requests while the event loop is late: those who are refused hear it at once, and those who are not get their
 * answer in time. Matches and all that costs more than a read go first; what nobody pays, such as health, is always
 * answered.
 */
@Injectable()
export class LoadShedding implements OnModuleInit {
  private readonly log = new Logger('Limits');
  private saidAt = -Infinity;

  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    @Inject(LIMIT_OPTIONS) private readonly options: LimitOptions,
  ) {}

  onModuleInit(): void {
    const { shedAboveMs } = this.options;
    if (shedAboveMs === undefined) return;
    // Not awaited: that would finish the routes before they know how this service answers errors.
    void this.host.httpAdapter.getInstance().register(underPressure, {
      maxEventLoopDelay: shedAboveMs,
      sampleInterval: SAMPLE_MS,
      pressureHandler: async (request, _reply, _type, delay = Infinity) => {
        const cost = costOf(request);
        // A read takes next to nothing: it is refused only where it would wait twice as long.
        if (cost === 0 || (cost === 1 && delay <= 2 * shedAboveMs)) return;
        this.say(delay);
        throw Problem.unavailable(
          'This service is asked for more than it can answer in time. Try again shortly.',
          RETRY_AFTER_SECONDS,
        );
      },
    });
  }

  private say(delay: number): void {
    const now = performance.now();
    if (now - this.saidAt < SAY_EVERY_MS) return;
    this.saidAt = now;
    this.log.warn(`The event loop is ${Math.round(delay)} ms late: requests are refused until it is not.`);
  }
}
