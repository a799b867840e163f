import type { ChangePage } from '../../src/feed/change-feed.dto.js';

/** Sends requests to one process of the service; throws if it does not respond. */
export type Ask = (path: string) => Promise<{ status: number; body: unknown }>;

/** An entity in a follower's copy, and the version given by the feed. */
interface Copied {
  readonly version: number;
  readonly body: unknown;
}

/** What survives a crash. */
export interface SavedCopy {
  readonly cursor: string;
  readonly copy: ReadonlyMap<string, Copied>;
}

/** A copy of the directory that follows the feed. What was not saved is lost in a crash. */
export class FeedFollower {
  private saved: SavedCopy;
  private cursor: string;
  private copy: Map<string, Copied>;
  /** Number of changes read, including those read again after a crash. */
  read = 0;

  private constructor(
    private readonly ask: Ask,
    cursor: string,
    private readonly of = '',
  ) {
    this.cursor = cursor;
    this.copy = new Map();
    this.saved = { cursor, copy: new Map() };
  }

  /** Follows programs only, from the first change on. */
  static ofPrograms(ask: Ask): FeedFollower {
    return new FeedFollower(ask, 'start', '&entity=program');
  }

  /** Continues from what was saved. */
  static fromSaved(ask: Ask, saved: SavedCopy): FeedFollower {
    const follower = new FeedFollower(ask, saved.cursor);
    follower.saved = saved;
    follower.crash();
    return follower;
  }

  /** Saves the place first, copies every program by the pages of the search, and follows from that place. */
  static async fromCopy(ask: Ask): Promise<FeedFollower> {
    const { next } = (await answered(ask, '/v1/changes?since=now')) as ChangePage;
    const follower = new FeedFollower(ask, next);
    let cursor = '';
    do {
      const page = (await answered(ask, `/v1/programs?limit=100${cursor}`)) as {
        programs: { id: string }[];
        nextCursor?: string;
      };
      for (const { id } of page.programs)
        follower.copy.set(`/v1/programs/${id}`, {
          version: 0,
          body: await answered(ask, `/v1/programs/${id}`),
        });
      cursor = page.nextCursor === undefined ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    follower.save();
    return follower;
  }

  /** The whole copy, by address. */
  get things(): ReadonlyMap<string, Copied> {
    return this.copy;
  }

  /** Reads one page and applies it; returns whether there was any change. */
  async follow(limit = 100): Promise<boolean> {
    const query = `limit=${limit}&since=${this.cursor}${this.of}`;
    const page = (await answered(this.ask, `/v1/changes?${query}`)) as ChangePage;
    this.read += page.items.length;
    // What changed several times is read once.
    const latest = new Map(page.items.map(({ link, version }) => [link, version]));
    for (const [link, version] of latest) {
      if ((this.copy.get(link)?.version ?? -1) >= version) continue;
      this.copy.set(link, { version, body: await answered(this.ask, link) });
    }
    this.cursor = page.next;
    return page.items.length > 0;
  }

  save(): SavedCopy {
    this.saved = { cursor: this.cursor, copy: new Map(this.copy) };
    return this.saved;
  }

  /** Everything that was not saved is lost. */
  crash(): void {
    this.cursor = this.saved.cursor;
    this.copy = new Map(this.saved.copy);
  }
}

async function answered(ask: Ask, path: string): Promise<unknown> {
  const { status, body } = await ask(path);
  if (status !== 200) throw new Error(`${path} was answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
