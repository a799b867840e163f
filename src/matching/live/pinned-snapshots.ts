import type { DirectorySnapshot } from './directory-snapshot.js';

/** How long the pages of a list stay available after the last one was read, and how many versions are kept. */
const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 32;

/** Identifies what a list was made from; two snapshots with the same name have the same content. */
export function nameOf({ versions, today, policy }: DirectorySnapshot): string {
  return `${versions.directory}.${versions.evidence}.${today}.${policy.version}`;
}

/** Keeps snapshots with lists in use, for a while; versions share most of their memory. */
export class PinnedSnapshots {
  private readonly pinned = new Map<string, { snapshot: DirectorySnapshot; until: number }>();

  /** @param now milliseconds */
  pin(snapshot: DirectorySnapshot, now = Date.now()): void {
    const name = nameOf(snapshot);
    this.pinned.delete(name);
    this.pinned.set(name, { snapshot, until: now + KEPT_MS });
    for (const [each, { until }] of this.pinned)
      if (until <= now || this.pinned.size > MOST_KEPT) this.pinned.delete(each);
  }

  clear(): void {
    this.pinned.clear();
  }

  find(name: string, now = Date.now()): DirectorySnapshot | undefined {
    const found = this.pinned.get(name);
    return found && found.until > now ? found.snapshot : undefined;
  }
}
