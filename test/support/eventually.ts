import { setTimeout } from 'node:timers/promises';

/** Waits until what is asserted is so, trying again and again; throws what the last try threw once patience ends. */
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
