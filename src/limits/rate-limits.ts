import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit, Optional } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import type { RatePolicy } from '../config/env.js';
import type { CallerRequest, Caller } from '../http/caller.js';
import { costOf } from '../http/rate-cost.decorator.js';
import { Metrics } from '../metrics/metrics.js';
import { Problem } from '../http/problem.js';
import { addressBlock } from '../http/address-block.js';
import { LIMIT_OPTIONS, type LimitOptions } from './limit-options.js';
import { RateCounter } from './rate-counter.js';
import { SharedStore } from './shared-store.js';
import { rateLimitFields, type RateStatus } from './rate-status.js';

const PREFIX = 'navigator:rate:';
const MOST_REMEMBERED = 10_000;
const REMEMBERED_MS = 3_600_000;

/** Who pays the points of a request. */
type Payer = Pick<Caller, 'kind' | 'id'> | 'public';

/** What is known about a request between its hooks. */
interface Visit {
  /** Points it takes. */
  readonly cost: number;
  /** The network or address it comes from. */
  readonly from: string;
  /** The Authorization header as a hash: no secret stays in memory. */
  readonly token: string | undefined;
  /** Who has paid its points; `undefined` before that. */
  payer?: Payer;
}

/**
 * Limits requests per minute: for a key or a person, else for an address. A request without a key, or with one that was
 * accepted before, pays on arrival, before its body is read or a key is looked up. One with an unknown key pays after
 * the lookup; if the key is not accepted, its address counts an attempt, and after too many attempts its keys are no
 * longer looked up.
 */
@Injectable()
export class RateLimits implements OnModuleInit, OnApplicationShutdown {
  private readonly store: SharedStore | undefined;
  private readonly counters: Readonly<Partial<Record<RatePolicy, RateCounter>>>;
  private readonly visits = new WeakMap<CallerRequest, Visit>();
  /** The owner of a token, by its hash. */
  private readonly known = new LRUCache<string, Pick<Caller, 'kind' | 'id'>>({
    max: MOST_REMEMBERED,
    ttl: REMEMBERED_MS,
  });

  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    @Inject(LIMIT_OPTIONS) { rates, redisUrl, redisPrefix = PREFIX }: LimitOptions,
    @Optional() private readonly metrics?: Metrics,
  ) {
    const limited = Object.entries(rates).filter(([, limit]) => limit !== undefined) as [
      RatePolicy,
      number,
    ][];
    if (redisUrl !== undefined && limited.length > 0) this.store = new SharedStore(redisUrl, redisPrefix);
    this.counters = Object.fromEntries(
      limited.map(([policy, limit]) => [policy, new RateCounter(policy, limit, this.store)]),
    );
  }

  async onModuleInit(): Promise<void> {
    const { store } = this;
    if (store)
      this.metrics?.watch('redis_up', '1 if Redis responds, 0 if this process counts on its own', () =>
        Number(store.isUp),
      );
    await store?.open();
    const instance = this.host.httpAdapter.getInstance();
    instance.addHook('onRequest', (request, reply) => this.arrive(request, reply));
    instance.addHook('onSend', async (request, reply) => this.leave(request, reply));
  }

  onApplicationShutdown(): void {
    this.store?.close();
  }

  /** Fastify's `onRequest`. Throws a 429 problem. */
  private async arrive(request: CallerRequest, reply: FastifyReply): Promise<void> {
    const cost = costOf(request);
    if (cost === 0) return;
    const { authorization } = request.headers;
    const token = authorization === undefined ? undefined : hashOf(authorization);
    const visit: Visit = { cost, from: addressBlock(request.ip), token };
    this.visits.set(request, visit);
    const payer = token === undefined ? 'public' : this.known.get(token);
    if (payer !== undefined) return this.charge(visit, payer, reply);
    const attempts = await this.counters.attempts?.look(visit.from);
    if (attempts?.isOver) this.refuse(attempts, reply);
  }

  /** After the guard that reads keys. Throws a 429 problem. */
  async admit(request: CallerRequest, reply: FastifyReply): Promise<void> {
    const visit = this.visits.get(request);
    if (!visit || visit.payer !== undefined) return;
    const { caller } = request;
    const payer = caller && { kind: caller.kind, id: caller.id };
    if (payer && visit.token !== undefined) this.known.set(visit.token, payer);
    await this.charge(visit, payer ?? 'public', reply);
  }

  /**
   * Fastify's `onSend`: a key that was not accepted, and a request that ended before its key was read, count as an
   * attempt.
   */
  private async leave(request: CallerRequest, reply: FastifyReply): Promise<void> {
    const visit = this.visits.get(request);
    if (!visit || visit.token === undefined) return;
    const hasEnded = visit.payer !== undefined && reply.statusCode === 401;
    if (hasEnded) this.known.delete(visit.token);
    if (!hasEnded && (visit.payer !== undefined || reply.statusCode >= 500 || reply.statusCode === 429))
      return;
    const status = await this.counters.attempts?.take(visit.from, 1);
    if (status && visit.payer === undefined) reply.headers(rateLimitFields([status]));
  }

  private async charge(visit: Visit, payer: Payer, reply: FastifyReply): Promise<void> {
    visit.payer = payer;
    const statuses: RateStatus[] = [];
    for (const [policy, who] of ratesOf(payer, visit.from)) {
      const status = await this.counters[policy]?.take(who, visit.cost);
      if (!status) continue;
      // A visitor over the limit takes no points of the site.
      if (status.isOver) this.refuse(status, reply);
      statuses.push(status);
    }
    if (statuses.length > 0) reply.headers(rateLimitFields(statuses));
  }

  private refuse(status: RateStatus, reply: FastifyReply): never {
    this.metrics?.rateLimited.inc({ policy: status.policy });
    refuse(status, reply);
  }
}

/** The rates that apply to a request, in the order in which they are checked. */
function ratesOf(payer: Payer, from: string): readonly (readonly [RatePolicy, string])[] {
  if (payer === 'public') return [['public', from]];
  if (payer.kind === 'publishable')
    return [
      ['public', from],
      ['site', payer.id],
    ];
  return [['key', payer.id]];
}

function refuse(status: RateStatus, reply: FastifyReply): never {
  const { policy, limit, seconds } = status;
  reply.headers(rateLimitFields([status]));
  throw new Problem('too-many-requests', `${WHY[policy](limit)} Wait ${seconds} s.`, [], {
    headers: { 'retry-after': String(seconds) },
    extensions: { 'violated-policies': [policy] },
  });
}

const WHY: Readonly<Record<RatePolicy, (limit: number) => string>> = {
  public: (limit) => `This address has used up its ${limit} points for this minute; a key has more.`,
  key: (limit) => `This key or person has used up its ${limit} points for this minute.`,
  site: (limit) =>
    `All callers with this publishable key together have used up its ${limit} points for this minute.`,
  attempts: (limit) =>
    `This address sent ${limit} or more requests within a minute with a key that was not accepted.`,
};

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
