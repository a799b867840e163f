/** How many times as many as in the suite: `npm run drills` searches longer. */
export const TIMES = Number(process.env.SEARCH_TIMES ?? 1);

/**
 * What every search begins with. In the suite it is always the same, so that what is green stays green until somebody
 * changes something; a drill has one of its own and prints it.
 */
export const SEARCH_SEED = Number(process.env.SEARCH_SEED ?? 20261130);

/** The size of a search with fast-check: so many in the suite. */
export function searches(inTheSuite: number): { numRuns: number } {
  return { numRuns: inTheSuite * TIMES };
}
