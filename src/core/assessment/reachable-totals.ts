import type { Answer, Instrument, Item, Scale } from './instrument.js';
import { isNeedless } from './is-needless.js';

/**
 * Every total that answers to the items of a scale can add up to, for one sex at birth. Whether an item counts may
 * depend on earlier items. Those of the same scale are tried with every answer; any other may call for it or not.
 */
export function reachableTotals(
  { items }: Instrument,
  scale: Scale,
  sexAtBirth: 'male' | 'female',
): Set<number> {
  const asked = scale.items
    .map((id) => items.find((item) => item.id === id)!)
    .filter(({ askOf }) => askOf === undefined || (askOf === 'male') === (sexAtBirth === 'male'));
  const followers = asked.filter(({ after, countsAnyway }) => after && !countsAnyway);
  const isGate = ({ id }: Item) => followers.some(({ after }) => after!.some(({ item }) => item === id));
  const gates = asked.filter(isGate);
  return asked
    .filter((item) => !isGate(item) && !followers.includes(item))
    .map((item) => (item.after ? withNone(pointsOf(item)) : pointsOf(item)))
    .reduce(
      sums,
      totalsBehind(
        gates,
        followers.filter((item) => !isGate(item)),
        items,
        asked,
      ),
    );
}

/** Totals of the gates, with every answer to each, and of the items that depend on them. */
function totalsBehind(
  gates: readonly Item[],
  followers: readonly Item[],
  items: readonly Item[],
  asked: readonly Item[],
  answers: Readonly<Record<string, Answer>> = {},
): Set<number> {
  const isOpen = (item: Item) => !isNeedless(item, items, (id) => answers[id]);
  const reached = ({ after = [] }: Item) => after.every((gate) => asked.some(({ id }) => id === gate.item));
  const [gate, ...others] = gates;
  if (!gate)
    return followers
      .filter(isOpen)
      .map((item) => (reached(item) ? pointsOf(item) : withNone(pointsOf(item))))
      .reduce(sums, new Set([0]));
  if (!isOpen(gate)) return totalsBehind(others, followers, items, asked, answers);
  return new Set(
    (gate.options ?? []).flatMap(({ value, score = 0 }) => [
      ...sums(
        new Set([score]),
        totalsBehind(others, followers, items, asked, { ...answers, [gate.id]: value }),
      ),
    ]),
  );
}

function withNone(points: ReadonlySet<number>): Set<number> {
  return new Set([0, ...points]);
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
