import { Client } from 'pg';
import { APPLICATION_NAME } from './application-name.js';
import { type ServerState, serverState } from './server-state.js';

/** A server that is asked takes no longer. */
const ASK_TIMEOUT_MS = 2_000;

/** One of several servers, and what it says of itself; undefined if it does not answer. */
interface AskedServer {
  readonly url: string;
  readonly state: ServerState | undefined;
}

/** The server of several that is used at the moment, and who uses it. */
interface Choice {
  readonly urls: readonly string[];
  url: string;
  /** Ends a connection to a server that is no longer the chosen one. */
  readonly open: Set<{ readonly url: string | undefined; end(): void }>;
}

/** Where a server is; only the address of the chosen one is read here. */
interface HasUrl {
  readonly url?: string;
}

const choices = new WeakMap<HasUrl, Choice>();

/**
 * A connection to that of several servers which takes writes. Its `url` is always the one that was chosen last: of a copy,
 * as a thread gets it, the one of that moment.
 */
export function connectionToOneOf<More extends object>(
  urls: readonly string[],
  more: More,
): More & { readonly url: string } {
  const choice: Choice = { urls, url: urls[0]!, open: new Set() };
  const connection = {
    ...more,
    get url() {
      return choice.url;
    },
  };
  choices.set(connection, choice);
  return connection;
}

/** Whether there is another server to look for. */
export function hasChoice(connection: HasUrl): boolean {
  return choices.has(connection);
}

/**
 * Asks all servers, and chooses the primary; of two, that of the newer timeline, since the other has been taken over.
 * Without a primary it chooses a standby that answers. Connections to another server than the chosen one end.
 *
 * @returns whether another server was chosen
 */
export async function chooseServer(connection: HasUrl): Promise<boolean> {
  const choice = choices.get(connection);
  if (!choice) return false;
  const asked = await Promise.all(choice.urls.map(askServer));
  const best = bestOf(asked, choice.url);
  if (best === choice.url) return false;
  choice.url = best;
  for (const one of choice.open) if (one.url !== best) one.end();
  return true;
}

/** @param before the server that was used: it stays, if no other is better */
export function bestOf(asked: readonly AskedServer[], before: string): string {
  const rank = ({ url, state }: AskedServer) =>
    state
      ? [state.isStandby ? 1 : 2, state.timeline ?? 0, url === before ? 1 : 0]
      : [0, 0, url === before ? 1 : 0];
  return [...asked].sort((a, b) => compare(rank(b), rank(a)))[0]!.url;
}

/** Calls `end` when another server is chosen, until the returned function is called. */
export function whenAnotherIsChosen(connection: HasUrl, end: () => void): () => void {
  const open = choices.get(connection)?.open;
  const one = { url: connection.url, end };
  open?.add(one);
  return () => open?.delete(one);
}

async function askServer(url: string): Promise<AskedServer> {
  const client = new Client({
    connectionString: url,
    application_name: APPLICATION_NAME,
    connectionTimeoutMillis: ASK_TIMEOUT_MS,
    query_timeout: ASK_TIMEOUT_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const state = await serverState(async <Row>(sql: string) => (await client.query(sql)).rows as Row[]);
    return { url, state };
  } catch {
    return { url, state: undefined };
  } finally {
    await client.end().catch(() => {});
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, place) => number !== b[place]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
