import type { ListStatement } from '../../core/directory/fact-definition.js';
import type { FactKey, StatedFacts } from '../../core/directory/source-record.js';

type AnyList = ListStatement<string>;

/**
 * Merges a later statement into an earlier one: lists are extended, and a complete list replaces; medications are
 * extended; any other fact is replaced.
 */
export function joinFacts(earlier: StatedFacts, later: StatedFacts): StatedFacts {
  const joined: Record<string, unknown> = { ...earlier };
  for (const [key, said] of Object.entries(later)) {
    const before = joined[key];
    if (said === undefined) continue;
    if (isList(said) && isList(before) && !said.complete) joined[key] = joinLists(before, said);
    else if (key === 'medications') joined[key] = { ...earlier.medications, ...later.medications };
    else joined[key] = said;
  }
  return joined;
}

/** Only these facts, as far as they are stated. */
export function onlyFacts(facts: StatedFacts, keys: readonly FactKey[]): StatedFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([key, said]) => said !== undefined && keys.includes(key as FactKey)),
  );
}

/** For each code, the later list takes precedence over the earlier one. */
function joinLists(earlier: AnyList, later: AnyList): AnyList {
  const renamed = new Set([...(later.yes ?? []), ...(later.no ?? []), ...(later.maybe ?? [])]);
  const joined = { ...earlier };
  for (const stance of ['yes', 'no', 'maybe'] as const) {
    const codes = [
      ...(earlier[stance] ?? []).filter((code) => !renamed.has(code)),
      ...new Set(later[stance] ?? []),
    ];
    if (codes.length > 0) joined[stance] = codes;
    else delete joined[stance];
  }
  return joined;
}

function isList(said: unknown): said is AnyList {
  return typeof said === 'object' && said !== null && ('yes' in said || 'no' in said || 'maybe' in said);
}
