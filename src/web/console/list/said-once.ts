import type { Match, NearMiss } from '../../service/api.js';

/** Fewer places than this have nothing in common that is worth saying. */
const FEWEST = 3;

/** What is true of every place tells none of them apart: these reasons are said once, above. */
export function sharedReasons(matches: readonly Match[]): readonly string[] {
  if (matches.length < FEWEST) return [];
  const [first = [], ...others] = matches.map(({ constraints }) =>
    constraints.filter(({ verdict }) => verdict === 'meets').map(({ reason }) => reason),
  );
  return [...new Set(first)].filter((reason) => others.every((reasons) => reasons.includes(reason)));
}

/** Near misses by what keeps them out, in the order of the answer. */
export function byReason(misses: readonly NearMiss[]): readonly (readonly [string, readonly NearMiss[]])[] {
  const groups = new Map<string, NearMiss[]>();
  for (const miss of misses) {
    const { reason } = miss.failing;
    groups.set(reason, [...(groups.get(reason) ?? []), miss]);
  }
  return [...groups];
}
