import type { StatedFacts } from '../core/directory/source-record.js';
import type { ContactCorrections } from '../directory/program.entity.js';

/** The contacts that are facts: a value that an editor gives is a verified statement with its day. */
const CONTACT_FACTS = ['phone', 'website'] as const;

/** How changed names and contacts of a program are kept. */
export interface ContactEdits {
  /** They stand above every source; `null` hides what sources state. */
  readonly corrections: ContactCorrections;
  readonly stated: StatedFacts;
  /** Facts of which the desk removes its correction. */
  readonly takenBack: readonly string[];
}

export function contactEdits(before: ContactCorrections, changed: ContactCorrections): ContactEdits {
  const given = CONTACT_FACTS.filter((key) => typeof changed[key] === 'string');
  const corrections = Object.entries({ ...before, ...changed }).filter(
    ([key]) => !(given as readonly string[]).includes(key),
  );
  return {
    corrections: Object.fromEntries(corrections),
    stated: Object.fromEntries(given.map((key) => [key, changed[key]])),
    takenBack: CONTACT_FACTS.filter((key) => changed[key] === null),
  };
}
