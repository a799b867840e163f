import type { StatementOf } from './fact-definition.js';
import type { FACTS } from './facts.js';

/**
 * How sure a record is: `verified` by us or a curator, `attested` by the provider in writing, `confirmed` by a
 * call, `self-reported` in a survey or on a web site. Best first.
 */
export const STANDINGS = ['verified', 'attested', 'confirmed', 'self-reported'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * What one source says of one program. A key that is absent was not said. Every key is one fact of `FACTS`, which says
 * what each means.
 */
export type StatedFacts = {
  readonly [Key in keyof typeof FACTS]?: StatementOf<(typeof FACTS)[Key]>;
};

export type FactKey = keyof StatedFacts;

/** All that one source says of one program, how sure it is, and as of which day (YYYY-MM-DD). */
export interface SourceRecord {
  readonly source: string;
  readonly asOf: string;
  readonly standing: Standing;
  readonly facts: StatedFacts;
  /** Who says so, as it may be shown; where a person does. */
  readonly by?: string;
  /** Tells people who confirmed something apart, so that two who agree count as two. Never shown. */
  readonly observer?: string;
  /** The first day on which nothing of it counts any more, where it ends before the facts' own shelf life. */
  readonly expiresOn?: string;
  /** When it was written down (ISO 8601): of one observer's words of one day the later counts. */
  readonly recordedAt?: string;
}
