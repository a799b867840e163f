import type { FactKey } from '../core/directory/source-record.js';
import type { FactOrigins } from '../core/directory/fact-origins.js';
import { CONSTRAINTS } from '../core/matching/rules/constraints/all-constraints.js';
import { directoryFacts } from '../core/matching/rules/reads.js';
import type { ConstraintCode } from '../core/matching/codes.js';
import type { JudgedConstraint } from '../core/matching/judge-candidate.js';
import type { VerdictOrigin } from './verdict.dto.js';

/** Cache: thousands of programs have the same origins, and each shows them with every verdict. */
const originsByFacts = new WeakMap<FactOrigins, Partial<Record<ConstraintCode, readonly VerdictOrigin[]>>>();

/** The sources of the facts that a constraint uses, as far as they are known. */
export function originsOf(
  { code }: Pick<JudgedConstraint, 'code'>,
  origins: FactOrigins,
): readonly VerdictOrigin[] {
  let ofConstraints = originsByFacts.get(origins);
  if (!ofConstraints) originsByFacts.set(origins, (ofConstraints = {}));
  const { reads, shows } = CONSTRAINTS[code];
  return (ofConstraints[code] ??= directoryFacts(shows ?? reads.facts).flatMap((fact) =>
    (origins[fact] ?? []).map(({ source, standing, asOf, by, confirmedBy }) => ({
      fact,
      source,
      standing,
      asOf,
      ...(by === undefined ? {} : { by }),
      ...(confirmedBy === undefined ? {} : { confirmedBy }),
    })),
  ));
}

/** The facts that the answer of the program settles; absent where there is none to post. */
export function observeFor({ code, ask }: Pick<JudgedConstraint, 'code' | 'ask'>): FactKey[] | undefined {
  return observed(ask && CONSTRAINTS[code].asks[ask.code]);
}

/** A copy of some facts to post; absent where there is none. */
export function observed(facts: readonly FactKey[] | undefined): FactKey[] | undefined {
  return facts && facts.length > 0 ? [...facts] : undefined;
}
