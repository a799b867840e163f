import type { FactKey } from '../core/directory/source-record.js';
import type { FactOrigins } from '../core/directory/fact-origins.js';
import { CONSTRAINTS } from '../core/matching/rules/constraints/all-constraints.js';
import { directoryFacts } from '../core/matching/rules/reads.js';
import type { ConstraintCode } from '../core/matching/codes.js';
import type { JudgedConstraint } from '../core/matching/judge-candidate.js';
import type { ObserveResponse, VerdictOrigin } from './verdict.dto.js';

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

/** What to post after asking the program, so that the next match uses it; nothing if no fact would settle it. */
export function observeFor(
  { code, ask }: Pick<JudgedConstraint, 'code' | 'ask'>,
  programId: string,
  today: string,
): ObserveResponse | undefined {
  return observation(ask && CONSTRAINTS[code].asks[ask.code], programId, today);
}

/** What to post after asking the program about some facts; nothing if there is none. */
export function observation(
  facts: readonly FactKey[] | undefined,
  programId: string,
  today: string,
): ObserveResponse | undefined {
  const fact = facts?.[0];
  if (!facts || fact === undefined) return undefined;
  return {
    href: `/v1/programs/${programId}/observations`,
    facts: [...facts],
    format: '/v1/facts',
    body: { fact, value: null, how: 'call', learnedOn: today },
  };
}
