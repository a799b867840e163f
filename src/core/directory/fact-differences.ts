import { canonical } from './agreement.js';
import { FACT_KEYS, LIST_KEYS, VALUE_KEYS } from './fact-keys.js';
import type { ResolvedFacts } from './resolved-facts.js';
import type { FactKey } from './source-record.js';

/** Facts that differ between two states of what is known: what is known is compared, not who said it. */
export interface FactDifferences {
  /** Unknown before. */
  readonly gained: readonly FactKey[];
  readonly changed: readonly FactKey[];
  /** Unknown afterwards. */
  readonly lost: readonly FactKey[];
}

export function factDifferences(before: ResolvedFacts, after: ResolvedFacts): FactDifferences {
  const [was, is] = [knownFacts(before), knownFacts(after)];
  return {
    gained: FACT_KEYS.filter((key) => !was.has(key) && is.has(key)),
    changed: FACT_KEYS.filter((key) => was.has(key) && is.has(key) && was.get(key) !== is.get(key)),
    lost: FACT_KEYS.filter((key) => was.has(key) && !is.has(key)),
  };
}

/** Every known fact with its value as text. */
function knownFacts({ lists, values, medications }: ResolvedFacts): ReadonlyMap<FactKey, string> {
  const known = new Map<FactKey, string>();
  for (const key of LIST_KEYS) {
    const list = lists[key];
    if (!list) continue;
    const stances = Object.entries(list.codes).map(([code, { stance }]) => `${code} ${stance}`);
    known.set(key, canonical([stances.sort(), list.complete !== undefined]));
  }
  for (const key of VALUE_KEYS) {
    const value = values[key];
    if (value) known.set(key, canonical(value.value));
  }
  const stances = Object.entries(medications).map(([code, { stance }]) => `${code} ${stance}`);
  if (stances.length > 0) known.set('medications', canonical(stances.sort()));
  return known;
}
