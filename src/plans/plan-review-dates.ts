import { SOON_DAYS } from '../assessments/clinical-review-dates.js';
import { InstrumentCatalog } from '../assessments/instrument-catalog.js';
import { readRuleTables } from '../assessments/rule-tables.js';
import { daysAfter } from '../core/plans/choose-plan.js';
import { type PlanFiles, readPlanFiles } from './plan-files.js';

/** The parts of plans that a person has to review again, as lines of text, and how many items nobody has signed. */
export function planReviewLines(
  { dates, book }: Pick<PlanFiles, 'dates' | 'book'>,
  day: string,
  within = SOON_DAYS,
): string[] {
  const due = dates.filter(({ nextReviewOn }) => nextReviewOn <= daysAfter(day, within));
  const later = dates.filter((one) => !due.includes(one)).map(({ nextReviewOn }) => nextReviewOn);
  const unsigned = book.items.filter(({ reviewedBy }) => reviewedBy === undefined).length;
  return [
    due.length === 0
      ? `No part of the plans is due for review on ${day}.`
      : `Parts of the plans due for review on ${day}: ${due.length}`,
    ...due.map(
      ({ part, nextReviewOn }) =>
        `  ${(nextReviewOn <= day ? 'overdue' : 'due soon').padEnd(8)}  ${nextReviewOn}  part ${part}`,
    ),
    ...(later.length > 0 ? [`Next: ${later.toSorted()[0]}, ${later.length} parts in all.`] : []),
    `Signed by nobody yet: ${unsigned} of ${book.items.length} items of plans.`,
  ];
}

/** The review calendar of the shipped parts. */
export function planDueLines(day: string, within?: number): string[] {
  return planReviewLines(readPlanFiles(readRuleTables(InstrumentCatalog.read().byId)), day, within);
}
