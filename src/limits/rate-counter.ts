import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RatePolicy } from '../config/env.js';
import type { SharedStore } from './shared-store.js';
import { type RateStatus, WINDOW_SECONDS } from './rate-status.js';

type Limiter = RateLimiterMemory | RateLimiterRedis;

/**
 * Counts the points used by each caller under one policy, in windows that begin with the first request of a caller. In
 * the shared store if it is configured and responds, else in this process.
 */
export class RateCounter {
  private readonly own: RateLimiterMemory;
  private readonly shared: RateLimiterRedis | undefined;

  constructor(
    readonly policy: RatePolicy,
    readonly limit: number,
    private readonly store: SharedStore | undefined,
  ) {
    const common = { points: limit, duration: WINDOW_SECONDS };
    this.own = new RateLimiterMemory(common);
    this.shared =
      store &&
      new RateLimiterRedis({
        ...common,
        storeClient: store.client,
        keyPrefix: `${store.prefix}${policy}`,
        rejectIfRedisNotReady: true,
        // A caller without points is refused without another query.
        inMemoryBlockOnConsumed: limit,
      });
  }

  /** Takes points from a caller; if too few are left, the request is refused and the rest of the points is used up. */
  take(who: string, points: number): Promise<RateStatus> {
    return this.ask(who, async (limiter, key) => {
      try {
        return this.statusOf(await limiter.consume(key, points), false);
      } catch (error) {
        if (error instanceof RateLimiterRes) return this.statusOf(error, true);
        throw error;
      }
    });
  }

  /** The status of a caller, who is over the limit if no points are left. */
  look(who: string): Promise<RateStatus> {
    return this.ask(who, async (limiter, key) => {
      const found = (await limiter.get(key)) ?? new RateLimiterRes(this.limit, WINDOW_SECONDS * 1000);
      return this.statusOf(found, found.remainingPoints === 0);
    });
  }

  private async ask(
    who: string,
    question: (limiter: Limiter, key: string) => Promise<RateStatus>,
  ): Promise<RateStatus> {
    const { store, shared } = this;
    if (store && shared) {
      try {
        return await store.ask(() => question(shared, store.nameFor(who)));
      } catch {
        // The store logs this itself, once.
      }
    }
    return question(this.own, who);
  }

  private statusOf({ remainingPoints, msBeforeNext }: RateLimiterRes, isOver: boolean): RateStatus {
    return {
      policy: this.policy,
      limit: this.limit,
      remaining: isOver ? 0 : remainingPoints,
      // A clock that is set back makes a window look long; it ends within its length all the same.
      seconds: Math.min(WINDOW_SECONDS, Math.max(1, Math.ceil(msBeforeNext / 1000))),
      isOver,
    };
  }
}
