/** Factor over the suite: `npm run drills` searches longer. */
export const TIMES = Number(process.env.SEARCH_TIMES ?? 1);

/**
 * The seed of every search. In the suite it is always the same, so that a green test stays green until something
 * changes; a drill has its own and prints it.
 */
export const SEARCH_SEED = Number(process.env.SEARCH_SEED ?? 20261130);

/** The size of a search with fast-check: this many runs in the suite. */
export function searches(inTheSuite: number): { numRuns: number } {
  return { numRuns: inTheSuite * TIMES };
}
