import { type Expression, holds, type Inputs } from '../assessment/expression.js';
import type { PlanBook, PlanItem, PlanPart, PlanReader, PlanScope } from './plan-item.js';
import { PLAN_PARTS } from './plan-item.js';

/** The items of one part. */
export interface PlanSection {
  readonly part: PlanPart;
  /** It follows the visit of a clinician. */
  readonly afterVisit: boolean;
  readonly items: readonly PlanItem[];
}

/** What a plan says to its readers. */
export interface ChosenPlan {
  readonly emergency: boolean;
  readonly notReady: boolean;
  readonly clinicianFirst: boolean;
  /** Parts that would say something, and are left out until the person asks for the whole plan. */
  readonly leftOut: readonly PlanPart[];
  readonly sections: readonly PlanSection[];
  /** Contacts that the plan proposes, in days after it starts, whoever reads it. */
  readonly contacts: readonly PlanItem[];
}

/**
 * Puts a plan together. Pure: the same inputs and the same book give the same plan.
 *
 * @param readers `coach` beside the person or the family, whose copy is always there
 * @param whole also what a person who is not ready is not shown at first
 */
export function choosePlan(
  book: PlanBook,
  inputs: Inputs,
  readers: readonly PlanReader[],
  { whole = false }: { readonly whole?: boolean } = {},
): ChosenPlan {
  const emergency = isTrue(book.emergency.when, inputs);
  const notReady = !emergency && isTrue(book.notReady.when, inputs);
  const clinicianFirst = !emergency && isTrue(book.clinicianFirst.when, inputs);
  const scope = emergency ? book.emergency : notReady && !whole ? book.notReady : undefined;

  const said = book.items.filter(({ when }) => when === undefined || isTrue(when, inputs));
  const shown = said.filter((item) => isWithin(scope, item));
  const isRead = (item: PlanItem) => item.for.some((reader) => readers.includes(reader));
  const partsOf = (items: readonly PlanItem[]) => new Set(items.filter(isRead).map(({ part }) => part));
  const [parts, all] = [partsOf(shown), partsOf(said)];
  return {
    emergency,
    notReady,
    clinicianFirst,
    leftOut: emergency ? [] : PLAN_PARTS.filter((part) => all.has(part) && !parts.has(part)),
    sections: PLAN_PARTS.filter((part) => parts.has(part)).map((part) => ({
      part,
      afterVisit: clinicianFirst && !book.clinicianFirst.parts.includes(part),
      items: shown.filter((item) => item.part === part && isRead(item)),
    })),
    contacts: shown.filter(({ afterDays }) => afterDays !== undefined),
  };
}

function isTrue(when: Expression, inputs: Inputs): boolean {
  return holds(when, inputs) === true;
}

function isWithin(scope: PlanScope | undefined, { id, part }: PlanItem): boolean {
  return scope === undefined || scope.parts.includes(part) || scope.items.includes(id);
}

/** The day some days after another, YYYY-MM-DD. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
