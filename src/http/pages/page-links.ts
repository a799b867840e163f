/**
 * The `Link` header to the next page of a list: the requested address with its cursor replaced. `url` is the path and
 * query of the request, as in Fastify's `request.url`; `parameter` is the name of the cursor.
 */
export function nextPageLink(url: string, cursor: string, parameter = 'cursor'): string {
  const address = new URL(url, 'http://localhost');
  address.searchParams.set(parameter, cursor);
  return `<${address.pathname}${address.search}>; rel="next"`;
}
