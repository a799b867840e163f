import { MEDICATIONS } from '../../core/vocabulary/medications.js';
import type { Origin, ResolvedFacts } from '../../core/directory/resolved-facts.js';

/** One thing that is known of a program, with who said it. */
export interface FactRow extends Pick<Origin, 'source' | 'asOf' | 'standing' | 'by'> {
  readonly programId: string;
  readonly fact: string;
  /** The code of a list, or the medication; `null` for a fact of one value, and for what is said of a whole list. */
  readonly code: string | null;
  /** `yes`, `no`, `maybe`; the stance on a medication; `value`; `complete`: every other code of the list is `no`. */
  readonly stance: string;
  /** The value, as JSON; `null` for a code. */
  readonly value: string | null;
}

/** Everything that is known of a program, one row each. What is unknown has no row. */
export function factRows(programId: string, facts: ResolvedFacts): FactRow[] {
  const row = (fact: string, code: string | null, stance: string, origin: number, value?: unknown) => {
    const { source, asOf, standing, by } = facts.origins[origin]!;
    const json = value === undefined ? null : JSON.stringify(value);
    return {
      programId,
      fact,
      code,
      stance,
      value: json,
      source,
      asOf,
      standing,
      ...(by === undefined ? {} : { by }),
    };
  };
  const lists = Object.entries(facts.lists).flatMap(([fact, { codes, complete }]) => [
    ...Object.entries(codes)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { stance, origin }]) => row(fact, code, stance, origin)),
    ...(complete === undefined ? [] : [row(fact, null, 'complete', complete)]),
  ]);
  const medications = MEDICATIONS.flatMap((code) => {
    const known = facts.medications[code];
    return known ? [row('medications', code, known.stance, known.origin)] : [];
  });
  const values = Object.entries(facts.values).map(([fact, { value, origin }]) =>
    row(fact, null, 'value', origin, value),
  );
  return [...lists, ...medications, ...values];
}
