import { signal, type ReadonlySignal } from '@preact/signals';
import type { Call } from './api.js';
import { offline, Refusal } from './problem.js';

/** A refusal on the screen, with the second try that is counted down, if one is. */
export interface Trouble {
  readonly refusal: Refusal;
  /** Seconds until it is tried again by itself; undefined if a person has to ask for it. */
  readonly secondsLeft?: number;
}

export interface Requests {
  /** A request is on its way. */
  readonly busy: ReadonlySignal<boolean>;
  readonly trouble: ReadonlySignal<Trouble | undefined>;
  /** Sends a request and uses its answer; a newer one ends an older one. */
  send<T>(ask: (call: Call) => Promise<T>, use: (answer: T) => void): Promise<void>;
  /** Sends the last one again. */
  again(): Promise<void>;
  /** Ends what runs, and forgets the last one. */
  empty(): void;
}

/** The service answers within 30 s, or with a problem. */
const PATIENCE_MS = 35_000;

/** One request at a time. A refusal for too much at once is tried again once by itself. */
export function createRequests(language: () => string): Requests {
  const busy = signal(false);
  const trouble = signal<Trouble | undefined>(undefined);
  let running: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: (() => Promise<void>) | undefined;

  function stop(): void {
    running?.abort();
    clearTimeout(timer);
    running = undefined;
  }

  /** Counts down to the second try, a second at a time. */
  function countDown(refusal: Refusal, secondsLeft: number, retry: () => Promise<void>): void {
    if (secondsLeft <= 0) {
      void retry();
      return;
    }
    trouble.value = { refusal, secondsLeft };
    timer = setTimeout(() => countDown(refusal, secondsLeft - 1, retry), 1000);
  }

  async function attempt<T>(
    ask: (call: Call) => Promise<T>,
    use: (answer: T) => void,
    isSecondTry: boolean,
  ): Promise<void> {
    stop();
    const own = new AbortController();
    running = own;
    busy.value = true;
    let isLate = false;
    const patience = setTimeout(() => {
      isLate = true;
      own.abort();
    }, PATIENCE_MS);
    try {
      const answer = await ask({ language: language(), signal: own.signal });
      if (running !== own) return;
      trouble.value = undefined;
      use(answer);
    } catch (error) {
      if (running !== own) return;
      const refusal = error instanceof Refusal ? error : isLate ? offline() : undefined;
      if (!refusal) throw error;
      trouble.value = { refusal };
      const { kind, retryAfterS } = refusal;
      if (kind === 'busy' && retryAfterS !== undefined && !isSecondTry)
        countDown(refusal, Math.ceil(retryAfterS), () => attempt(ask, use, true));
    } finally {
      clearTimeout(patience);
      if (running === own || running === undefined) busy.value = false;
    }
  }

  return {
    busy,
    trouble,
    send(ask, use) {
      last = () => attempt(ask, use, false);
      return last();
    },
    again: async () => last?.(),
    empty() {
      stop();
      last = undefined;
      busy.value = false;
      trouble.value = undefined;
    },
  };
}
