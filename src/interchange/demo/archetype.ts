import type { FactKey, StatedFacts } from '../../core/directory/source-record.js';
import type { PricePeriod } from '../../core/vocabulary/payment.js';
import type { OrganizationKind } from './organizations.js';
import type { WeeklyPattern } from './weekly-sessions.js';

/** A kind of program: what all programs of the kind have in common, and what varies. */
export interface Archetype {
  readonly code: string;
  /** Follows the organization's name in the name of the program. */
  readonly label: string;
  readonly runBy: OrganizationKind;
  /** How many there are in each area. */
  readonly perArea: number;
  /** Codes of the only areas that have it; everywhere if absent. */
  readonly areas?: readonly string[];
  /** True of every program of the kind. */
  readonly facts: StatedFacts;
  /** True of a share of them, 0 to 1. */
  readonly variations?: readonly { readonly share: number; readonly facts: StatedFacts }[];
  /** Facts that a program of this kind always states, because they define it. */
  readonly alwaysStated?: readonly FactKey[];
  /** Weekly schedules, one of which is drawn; each is the sum of its patterns. */
  readonly weeks?: readonly (readonly WeeklyPattern[])[];
  /** Cash prices in whole dollars. */
  readonly prices?: readonly { readonly per: PricePeriod; readonly from: number; readonly to: number }[];
  /** Days until a start, shortest and longest. */
  readonly wait?: readonly [number, number];
  /** Share of the programs that start people the same day, 0 to 1. */
  readonly sameDayShare?: number;
  /** Almost nothing is known about it. */
  readonly littleKnown?: boolean;
}
