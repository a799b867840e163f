/** The entries of one page, and the last of them if there are more: the next page begins after it. */
export interface PageSlice<Entry> {
  readonly page: Entry[];
  readonly last: Entry | undefined;
}

/**
 * Cuts a page from the entries found.
 *
 * @param found one more than `limit` if there are more
 */
export function pageOf<Entry>(found: readonly Entry[], limit: number): PageSlice<Entry> {
  const page = found.slice(0, limit);
  return { page, last: found.length > limit ? page.at(-1) : undefined };
}
