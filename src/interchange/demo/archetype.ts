import type { FactKey, StatedFacts } from '../../core/directory/source-record.js';
import type { PricePeriod } from '../../core/vocabulary/payment.js';
import type { OrganizationKind } from './organizations.js';
import type { WeeklyPattern } from './weekly-sessions.js';

/** A kind of program: what is true of all of its kind, and what differs from one to the next. */
export interface Archetype {
  readonly code: string;
  /** Stands behind the organization's name in the program's. */
  readonly label: string;
  readonly runBy: OrganizationKind;
  /** How many stand in each area. */
  readonly perArea: number;
  /** Codes of the only areas that have it; everywhere when absent. */
  readonly areas?: readonly string[];
  /** True of each program of the kind. */
  readonly facts: StatedFacts;
  /** True of a share of them, 0 to 1. */
  readonly variations?: readonly { readonly share: number; readonly facts: StatedFacts }[];
  /** Facts that a program of this kind never leaves out; without them it would not be one. */
  readonly alwaysStated?: readonly FactKey[];
  /** Weeks, one of which is drawn; each is the sum of its patterns. */
  readonly weeks?: readonly (readonly WeeklyPattern[])[];
  /** Cash prices in whole dollars. */
  readonly prices?: readonly { readonly per: PricePeriod; readonly from: number; readonly to: number }[];
  /** Days until a start, shortest and longest. */
  readonly wait?: readonly [number, number];
  /** Share of the programs that start people the same day, 0 to 1. */
  readonly sameDayShare?: number;
  /** Almost nothing is known of it. */
  readonly littleKnown?: boolean;
}
