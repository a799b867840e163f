import type { Registry } from '../../evidence/grade.js';
import type { Knowledge } from '../rules/constraint.js';
import type { ProgramColumns } from './program-columns.js';

/** Keys kept for each rule; the least recently used one is dropped. */
const MAX_KEYS_PER_RULE = 64;

/**
 * Results, of all rules, that keep something by row once their key is asked again: of a constraint three bits a program, of
 * a criterion a byte or two.
 */
const MAX_WITH_ROWS = 192;

/** Results that make room for entries and rows added since. */
interface Cacheable {
  grow(): this;
  cacheRows?(): void;
  dropRows?(): void;
}

/** Results, and the number of the use that was the last so far. */
interface Kept {
  readonly results: Cacheable;
  lastUse: number;
}

/** By rule, then by key. */
type ResultsOfRules = Map<string, Map<string, Kept>>;

/** The cache of one index: by registry, then by policy; and which results keep something by row. */
interface ResultCache {
  readonly ofRegistries: WeakMap<Registry, Map<string, ResultsOfRules>>;
  readonly withRows: Set<Kept>;
  uses: number;
}

const CACHES = new WeakMap<ProgramColumns, ResultCache>();

/**
 * The results of a rule for a need that is said in codes of the vocabularies alone, such as "takes Medicaid". Such
 * results are facts of the directory: they are evaluated once for everybody who asks the same, while programs, registry
 * and policy stay the same. A key holds no number, time or place of a client, except the state and the time zone, and no two keys are kept
 * together: nothing in the cache tells of a client.
 */
export function cachedResults<Results extends Cacheable>(
  columns: ProgramColumns,
  { registry, policy }: Knowledge,
  rule: string,
  question: object,
  make: () => Results,
): Results {
  let cache = CACHES.get(columns);
  if (!cache) CACHES.set(columns, (cache = { ofRegistries: new WeakMap(), withRows: new Set(), uses: 0 }));
  let ofPolicies = cache.ofRegistries.get(registry);
  if (!ofPolicies) cache.ofRegistries.set(registry, (ofPolicies = new Map<string, ResultsOfRules>()));
  let ofRules = ofPolicies.get(policy.version);
  if (!ofRules) ofPolicies.set(policy.version, (ofRules = new Map<string, Map<string, Kept>>()));
  let byKey = ofRules.get(rule);
  if (!byKey) ofRules.set(rule, (byKey = new Map<string, Kept>()));

  const key = JSON.stringify(question);
  const lastUse = (cache.uses += 1);
  let kept = byKey.get(key);
  if (kept) {
    kept.lastUse = lastUse;
    if (kept.results.cacheRows && !cache.withRows.has(kept)) cacheRows(cache.withRows, kept);
  } else {
    if (byKey.size >= MAX_KEYS_PER_RULE) {
      const [leastRecent] = leastRecentOf(byKey, ([, each]) => each);
      byKey.delete(leastRecent);
    }
    byKey.set(key, (kept = { results: make(), lastUse }));
  }
  return kept.results.grow() as Results;
}

function cacheRows(withRows: Set<Kept>, kept: Kept): void {
  if (withRows.size >= MAX_WITH_ROWS) {
    const leastRecent = leastRecentOf(withRows, (each) => each);
    leastRecent.results.dropRows!();
    withRows.delete(leastRecent);
  }
  kept.results.cacheRows!();
  withRows.add(kept);
}

function leastRecentOf<Item>(items: Iterable<Item>, keptOf: (item: Item) => Kept): Item {
  let [leastRecent, least]: [Item | undefined, number] = [undefined, Infinity];
  for (const item of items) {
    const { lastUse } = keptOf(item);
    if (lastUse < least) [leastRecent, least] = [item, lastUse];
  }
  return leastRecent!;
}
