import type { Registry } from '../../evidence/grade.js';
import type { Knowledge } from '../rules/constraint.js';
import type { ProgramColumns } from './program-columns.js';

/** Keys kept for each rule; the least recently used one is dropped. */
const MAX_KEYS_PER_RULE = 64;

/** Results, of all rules, that keep their ids by row once their key is asked again: each takes a byte a program. */
const MAX_WITH_ROWS = 64;

/** Results that make room for entries and rows added since. */
interface Cacheable {
  grow(): this;
  cacheRows?(): void;
  dropRows?(): void;
}

type ResultsByKey = Map<string, Cacheable>;

/** The cache of one index: by registry, then by rule; and which results keep their ids by row. */
interface ResultCache {
  readonly ofRegistries: WeakMap<Registry, Map<string, ResultsByKey>>;
  readonly withRows: Set<Cacheable>;
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
  if (!cache) CACHES.set(columns, (cache = { ofRegistries: new WeakMap(), withRows: new Set() }));
  let ofRules = cache.ofRegistries.get(registry);
  if (!ofRules) cache.ofRegistries.set(registry, (ofRules = new Map<string, ResultsByKey>()));
  const key = JSON.stringify(question);
  const name = `${rule} ${policy.version}`;
  let byKey = ofRules.get(name);
  if (!byKey) ofRules.set(name, (byKey = new Map()));

  const known = byKey.get(key) as Results | undefined;
  const results = known ?? make();
  putLast(byKey, key, results);
  if (known?.cacheRows) cacheRows(cache.withRows, known);
  return results.grow();
}

function putLast(byKey: ResultsByKey, key: string, results: Cacheable): void {
  byKey.delete(key);
  byKey.set(key, results);
  if (byKey.size > MAX_KEYS_PER_RULE) byKey.delete(byKey.keys().next().value!);
}

function cacheRows(withRows: Set<Cacheable>, results: Cacheable): void {
  results.cacheRows!();
  withRows.delete(results);
  withRows.add(results);
  if (withRows.size <= MAX_WITH_ROWS) return;
  const [leastRecent] = withRows;
  leastRecent!.dropRows!();
  withRows.delete(leastRecent!);
}
