import { setTimeout } from 'node:timers/promises';

/** Waits until an assertion holds, by trying repeatedly; throws the error of the last try at the timeout. */
export async function eventually<Seen>(
  assertion: () => Seen | Promise<Seen>,
  { patienceMs = 15_000, pauseMs = 20 }: { patienceMs?: number; pauseMs?: number } = {},
): Promise<Seen> {
  const end = performance.now() + patienceMs;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (performance.now() >= end) throw error;
    }
    await setTimeout(pauseMs);
  }
}
