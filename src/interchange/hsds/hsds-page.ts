/** One page of an HSDS list. Pages are numbered from 1; one beyond the end is empty. */
export interface HsdsPageOf<Item> {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  /** Items of this page. */
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly Item[];
}

/** Which page is asked for. */
export interface AskedPage {
  readonly number: number;
  readonly perPage: number;
}

const DEFAULT_PER_PAGE = 25;

export function askedPage({
  page = 1,
  per_page = DEFAULT_PER_PAGE,
}: {
  page?: number;
  per_page?: number;
}): AskedPage {
  return { number: page, perPage: per_page };
}

/** The rows to read for a page. */
export function sliceOf({ number, perPage }: AskedPage): { limit: number; offset: number } {
  return { limit: perPage, offset: (number - 1) * perPage };
}

/** @param contents the items of this page alone */
export function hsdsPage<Item>(
  contents: readonly Item[],
  total: number,
  { number, perPage }: AskedPage,
): HsdsPageOf<Item> {
  const pages = Math.ceil(total / perPage);
  return {
    total_items: total,
    total_pages: pages,
    page_number: number,
    size: contents.length,
    first_page: number === 1,
    last_page: number >= pages,
    empty: contents.length === 0,
    contents,
  };
}

/** The same of a list that is in memory. */
export function hsdsPageIn<Item>(all: readonly Item[], asked: AskedPage): HsdsPageOf<Item> {
  const { limit, offset } = sliceOf(asked);
  return hsdsPage(all.slice(offset, offset + limit), all.length, asked);
}
