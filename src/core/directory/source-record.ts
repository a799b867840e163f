import type { StatementOf } from './fact-definition.js';
import type { FACTS } from './facts.js';

/**
 * How reliable a record is: `verified` by us or a curator, `attested` by the provider in writing, `confirmed` by a
 * call, `self-reported` in a survey or on a web site. Best first.
 */
export const STANDINGS = ['verified', 'attested', 'confirmed', 'self-reported'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * What one source states about one program. An absent key was not stated. Every key is a fact of `FACTS`, which defines
 * it.
 */
export type StatedFacts = {
  readonly [Key in keyof typeof FACTS]?: StatementOf<(typeof FACTS)[Key]>;
};

export type FactKey = keyof StatedFacts;

/** Everything that one source states about one program, how reliable it is, and as of which day (YYYY-MM-DD). */
export interface SourceRecord {
  readonly source: string;
  readonly asOf: string;
  readonly standing: Standing;
  readonly facts: StatedFacts;
  /** Who stated it, in a form that may be shown; if it was a person. */
  readonly by?: string;
  /** Distinguishes people who confirmed something, so that two who agree count as two. Never shown. */
  readonly observer?: string;
  /** The first day on which none of it counts any more, if that is before the shelf lives of the facts. */
  readonly expiresOn?: string;
  /** When it was recorded (ISO 8601): of two statements of one observer on one day, the later counts. */
  readonly recordedAt?: string;
}
