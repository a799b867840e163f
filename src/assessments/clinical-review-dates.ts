import { InstrumentCatalog } from './instrument-catalog.js';
import { readRuleTables, type RuleTables } from './rule-tables.js';

/** Something that a person must review again, and when. */
export interface ReviewEntry {
  readonly what: 'red flag' | 'line' | 'law';
  readonly id: string;
  /** YYYY-MM-DD */
  readonly dueOn: string;
  readonly state: 'overdue' | 'due soon' | 'later';
  /** How far it is verified, and what else a reviewer has to know. */
  readonly note: string;
  /** The person who has signed it; `null`: nobody yet. */
  readonly reviewedBy: string | null;
}

/** How far ahead a review is due soon, in days. */
export const SOON_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;
const SOURCE = { yes: 'source seen', part: 'source seen in part', no: 'source from memory' } as const;

/**
 * Every entry of the safety tables that has a review date, earliest first (clinical/safety.md, design rule 4: lines
 * change; every six months).
 *
 * @param day YYYY-MM-DD
 * @param within days ahead that count as soon
 */
export function clinicalReviewDates(
  { flags, lines, laws }: Pick<RuleTables, 'flags' | 'lines' | 'laws'>,
  day: string,
  within = SOON_DAYS,
): ReviewEntry[] {
  const soon = new Date(Date.parse(`${day}T00:00:00Z`) + within * DAY).toISOString().slice(0, 10);
  const stateOn = (dueOn: string) => (dueOn <= day ? 'overdue' : dueOn <= soon ? 'due soon' : 'later');
  return [
    ...flags.map(({ id, nextReviewOn, verified, reviewedBy = null }): ReviewEntry => ({
      what: 'red flag',
      id,
      dueOn: nextReviewOn,
      state: stateOn(nextReviewOn),
      note: SOURCE[verified],
      reviewedBy,
    })),
    ...[...lines.values()].map(
      ({ id, nextCheckOn, verified, verifiedLevel, reviewedBy = null }): ReviewEntry => ({
        what: 'line',
        id,
        dueOn: verified ? nextCheckOn : day,
        state: verified ? stateOn(nextCheckOn) : 'overdue',
        note: verified ? `verified: ${verifiedLevel}` : 'not verified, so it is not shown',
        reviewedBy,
      }),
    ),
    ...laws.map(({ id, name, endsOn, nextReviewOn, verified, reviewedBy = null }): ReviewEntry => ({
      what: 'law',
      id,
      dueOn: nextReviewOn,
      state: stateOn(nextReviewOn),
      note: [name, ...(endsOn === undefined ? [] : [`ends on ${endsOn}`]), SOURCE[verified]].join('; '),
      reviewedBy,
    })),
  ].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : 1));
}

/** The review calendar of the shipped tables as lines of text: what is due, and what comes next. */
export function clinicalDueLines(day: string, within = SOON_DAYS): string[] {
  const tables = readRuleTables(InstrumentCatalog.read().byId);
  const entries = clinicalReviewDates(tables, day, within);
  const due = entries.filter(({ state }) => state !== 'later');
  const next = entries.find(({ state }) => state === 'later');
  return [
    due.length === 0 ? `Nothing is due for review on ${day}.` : `Due for review on ${day}: ${due.length}`,
    ...due.map(
      ({ state, what, id, dueOn, note, reviewedBy }) =>
        `  ${state.padEnd(8)}  ${dueOn}  ${what} ${id} (${note}; reviewed by ${reviewedBy ?? 'nobody yet'})`,
    ),
    ...(next
      ? [`Next: ${next.dueOn}, ${entries.filter(({ state }) => state === 'later').length} entries in all.`]
      : []),
    unsignedLine(tables),
  ];
}

/** How many entries of each table no person with clinical training has signed. */
function unsignedLine({ flags, lines, laws, rules }: RuleTables): string {
  const unsigned = (entries: readonly { readonly reviewedBy?: string }[]) =>
    `${entries.filter(({ reviewedBy }) => reviewedBy === undefined).length} of ${entries.length}`;
  return (
    `Signed by nobody yet: ${unsigned(flags)} red flags, ${unsigned([...lines.values()])} lines, ` +
    `${unsigned(laws)} laws, ${unsigned(rules.rules)} rules of the level of care.`
  );
}
