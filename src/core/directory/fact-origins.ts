import type { Origin, ResolvedFacts, Resting } from './resolved-facts.js';
import type { FactKey } from './source-record.js';

/** The source of a fact, and how many people confirmed it. */
export interface ConfirmedOrigin extends Origin {
  readonly confirmedBy?: number;
}

/** The origins of every known fact, best first. A fact that is absent is unknown. */
export type FactOrigins = Readonly<Partial<Record<FactKey, readonly ConfirmedOrigin[]>>>;

/**
 * The origins of all known facts of a program, without the facts. Facts with the same origins share one list, because
 * those of the whole directory are kept in memory.
 */
export function factOrigins({ origins, lists, values, medications }: ResolvedFacts): FactOrigins {
  const shared = new Map<string, readonly ConfirmedOrigin[]>();
  const listOf = (resting: readonly Resting[]): readonly ConfirmedOrigin[] => {
    const most = new Map<number, number | undefined>();
    for (const { origin, confirmedBy } of resting)
      if (!most.has(origin) || (confirmedBy ?? 0) > (most.get(origin) ?? 0)) most.set(origin, confirmedBy);
    const ordered = [...most].sort(([a], [b]) => a - b);
    const key = ordered.map((one) => one.join(':')).join();
    const known =
      shared.get(key) ??
      ordered.map(([origin, confirmedBy]) => ({
        ...origins[origin]!,
        ...(confirmedBy === undefined ? {} : { confirmedBy }),
      }));
    shared.set(key, known);
    return known;
  };

  const found: Partial<Record<FactKey, readonly ConfirmedOrigin[]>> = {};
  for (const [key, { codes, complete }] of Object.entries(lists))
    found[key as FactKey] = listOf([
      ...Object.values(codes),
      ...(complete === undefined ? [] : [{ origin: complete }]),
    ]);
  for (const [key, value] of Object.entries(values)) found[key as FactKey] = listOf([value]);
  const started = Object.values(medications);
  if (started.length > 0) found.medications = listOf(started);
  for (const [key, known] of Object.entries(found)) if (known.length === 0) delete found[key as FactKey];
  return found;
}
