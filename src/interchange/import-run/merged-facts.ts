import type { ListStatement } from '../../core/directory/fact-definition.js';
import type { StatedFacts } from '../../core/directory/source-record.js';

/**
 * What several statements say together: the codes of lists, and single values on which they agree. Those on
 * which they do not are left out: two capacities are not added up, as they may count the same beds.
 */
export function mergedFacts(all: readonly StatedFacts[]): StatedFacts {
  const merged = new Map<string, unknown>();
  const open = new Set<string>();
  for (const facts of all)
    for (const [key, value] of Object.entries(facts)) {
      const known = merged.get(key);
      if (known === undefined) merged.set(key, value);
      else if (key === 'medications') merged.set(key, agreed(known as Stances, value as Stances));
      else if (isList(known) && isList(value)) merged.set(key, joined(known, value));
      else if (JSON.stringify(known) !== JSON.stringify(value)) open.add(key);
    }
  return Object.fromEntries([...merged].filter(([key]) => !open.has(key)));
}

type Stances = NonNullable<StatedFacts['medications']>;

function agreed(a: Stances, b: Stances): Stances {
  const open = Object.keys(b).filter((code) => {
    const [one, other] = [a, b].map((stances) => stances[code as keyof Stances]);
    return one !== undefined && one !== other;
  });
  return Object.fromEntries(Object.entries({ ...a, ...b }).filter(([code]) => !open.includes(code)));
}

function isList(value: unknown): value is ListStatement<string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['yes', 'no', 'maybe', 'complete'].some((key) => key in value)
  );
}

/** A list is complete only if both sides say so: of two licenses, one alone may be for women. */
function joined(a: ListStatement<string>, b: ListStatement<string>): ListStatement<string> {
  const codes = (['yes', 'no', 'maybe'] as const).map((word): [string, string[]] => [
    word,
    [...new Set([...(a[word] ?? []), ...(b[word] ?? [])])].sort(),
  ]);
  return {
    ...Object.fromEntries(codes.filter(([, list]) => list.length > 0)),
    ...(a.complete === true && b.complete === true ? { complete: true } : {}),
  };
}
