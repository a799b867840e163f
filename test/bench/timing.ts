/** Runs rounds until the budget is spent, one at least, and returns the milliseconds of every single call. */
export function timeRounds<T>(of: readonly T[], call: (item: T) => unknown, budgetMs: number): number[] {
  const times: number[] = [];
  const end = performance.now() + budgetMs;
  do {
    for (const item of of) {
      const from = performance.now();
      call(item);
      times.push(performance.now() - from);
    }
  } while (performance.now() < end);
  return times;
}

/** The same for what answers later. */
export async function timeRoundsLater<T>(
  of: readonly T[],
  call: (item: T) => Promise<unknown>,
  budgetMs: number,
): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + budgetMs;
  do {
    for (const item of of) {
      const from = performance.now();
      await call(item);
      times.push(performance.now() - from);
    }
  } while (performance.now() < end);
  return times;
}
