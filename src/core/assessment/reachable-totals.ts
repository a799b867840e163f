import type { Instrument, Item, Scale } from './instrument.js';

/**
 * Every total that answers to the items of a scale can add up to, for one sex at birth. Whether an item counts may
 * depend on one earlier item of the same scale.
 */
export function reachableTotals(
  { items }: Instrument,
  scale: Scale,
  sexAtBirth: 'male' | 'female',
): Set<number> {
  const asked = scale.items
    .map((id) => items.find((item) => item.id === id)!)
    .filter(({ askOf }) => askOf === undefined || (askOf === 'male') === (sexAtBirth === 'male'));
  const gates = new Set(asked.flatMap(({ after }) => (after ? [after.item] : [])));
  // A gate is enumerated together with the items that depend on it; all other items add up independently.
  return asked
    .filter(({ after }) => !after || !asked.some(({ id }) => id === after.item))
    .map((item) => (gates.has(item.id) ? totalsBehind(item, asked) : pointsOf(item)))
    .reduce(sums, new Set([0]));
}

function totalsBehind(gate: Item, asked: readonly Item[]): Set<number> {
  const followers = asked.filter(({ after }) => after?.item === gate.id);
  const totals = new Set<number>();
  for (const { value, score = 0 } of gate.options ?? []) {
    const open = followers.filter(({ after }) => after!.is.includes(value));
    for (const total of open.map(pointsOf).reduce(sums, new Set([score]))) totals.add(total);
  }
  return totals;
}

function pointsOf({ kind, options = [], min = 0, max = 0 }: Item): Set<number> {
  if (kind === 'integer') return new Set(Array.from({ length: max - min + 1 }, (_, at) => min + at));
  return new Set(options.map(({ score = 0 }) => score));
}

function sums(a: ReadonlySet<number>, b: ReadonlySet<number>): Set<number> {
  const all = new Set<number>();
  for (const one of a) for (const other of b) all.add(one + other);
  return all;
}
