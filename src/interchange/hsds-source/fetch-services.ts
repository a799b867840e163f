import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { NamedFile } from '../import-run/file-head.js';
import { ImportRefused } from '../import-run/import-refused.js';
import { isJsonObject } from '../import-run/read-json-file.js';

const PER_PAGE = 100;
/** Pages of a directory of half a million services. */
const MOST_PAGES = 5_000;
const PATIENCE_MS = 60_000;
const ATTEMPTS = 4;
/** The longest that a server may ask us to wait before the next attempt. */
const LONGEST_WAIT_MS = 120_000;

/**
 * Reads all services of a source of HSDS 3.x, page by page, into a file with one service a line. A page that has only the
 * fields of services is followed by a request for each of them, since places and attributes are what a program is listed by.
 *
 * Throws `ImportRefused` for an address that does not answer as HSDS does.
 *
 * @param address of the API, or of its list of services
 * @param folder in which the file is made
 */
export async function fetchServices(
  address: string,
  folder: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<NamedFile> {
  const list = listAddress(address);
  const path = join(folder, 'services.ndjson');
  await writeFile(path, '');
  let done = 0;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const url = new URL(list);
    url.searchParams.set('page', String(page));
    url.searchParams.set('per_page', String(PER_PAGE));
    url.searchParams.set('full', 'true');
    const answer = await read(url);
    if (!isJsonObject(answer) || !Array.isArray(answer['contents']))
      throw new ImportRefused(`${list.href} does not answer pages of HSDS: there is no contents.`);
    const contents = answer['contents'] as readonly unknown[];
    const services = [];
    for (const one of contents) services.push(await wholeService(one, list));
    await appendFile(path, services.map((one) => `${JSON.stringify(one)}\n`).join(''));
    done += services.length;
    const total = Number(answer['total_items'] ?? done);
    onProgress(done, Number.isFinite(total) ? total : done);
    const pages = Number(answer['total_pages']);
    const isLast = answer['last_page'] === true || (Number.isInteger(pages) && page >= pages);
    if (contents.length === 0 || isLast) return { path, name: address };
  }
  throw new ImportRefused(`${list.href} has more than ${MOST_PAGES} pages; it may never end.`);
}

function listAddress(address: string): URL {
  const url = new URL(address);
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith('/services') ? path : `${path}/services`;
  return url;
}

async function wholeService(one: unknown, list: URL): Promise<unknown> {
  if (!isJsonObject(one) || typeof one['id'] !== 'string' || 'service_at_locations' in one) return one;
  const url = new URL(list);
  url.pathname = `${url.pathname}/${encodeURIComponent(one['id'])}`;
  return read(url);
}

/** One answer, after as many attempts as a busy server deserves. */
async function read(url: URL): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await asked(url);
    if (typeof answer !== 'number') return answer.value;
    if (attempt === ATTEMPTS) throw new ImportRefused(`${url.href} does not answer; try again later.`);
    await wait(Math.min(answer * attempt, LONGEST_WAIT_MS));
  }
}

/** The answer, or for how many milliseconds to wait before the next attempt. */
async function asked(url: URL): Promise<{ readonly value: unknown } | number> {
  let response: Response;
  try {
    response = await fetch(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    return 1000;
  }
  if (response.status === 429 || response.status >= 500) {
    await response.body?.cancel();
    const seconds = Number(response.headers.get('retry-after'));
    return seconds > 0 ? seconds * 1000 : 1000;
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new ImportRefused(`${url.href} answers ${response.status}, not services of HSDS.`);
  }
  try {
    return { value: await response.json() };
  } catch {
    throw new ImportRefused(`${url.href} does not answer JSON.`);
  }
}
