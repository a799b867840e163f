import type { FactDefinition } from '../directory/fact-definition.js';
import { FACT_KEYS } from '../directory/fact-keys.js';
import { FACTS } from '../directory/facts.js';
import { afterAct, type Transition } from './after-act.js';

/** `open`: not taken yet; `taken`: an editor works on it; `closed`: it has an outcome. */
export const TICKET_STATES = ['open', 'taken', 'closed'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/**
 * Why there is a ticket: the public reported something, observers disagree, an observation was disputed, or no edition
 * names a program any more that people reported on: is it still there?
 */
export const TICKET_ORIGINS = ['report', 'disagreement', 'dispute', 'unlisted'] as const;
export type TicketOrigin = (typeof TICKET_ORIGINS)[number];

/** The outcome of a ticket. `not-ours`: it is about something that this directory does not cover. */
export const TICKET_OUTCOMES = ['corrected', 'no-change', 'duplicate', 'not-ours'] as const;
export type TicketOutcome = (typeof TICKET_OUTCOMES)[number];

export const TICKET_ACTS = ['take', 'close'] as const;
export type TicketAct = (typeof TICKET_ACTS)[number];

/** All allowed transitions; any other is refused. */
export const TICKET_TRANSITIONS: readonly Transition<TicketAct, TicketState>[] = [
  { act: 'take', from: 'open', to: 'taken' },
  { act: 'close', from: 'open', to: 'closed' },
  { act: 'close', from: 'taken', to: 'closed' },
];

/** The state after an act, or why there is none. */
export function afterTicketAct(
  act: TicketAct,
  from: TicketState,
): { readonly to: TicketState } | { readonly refused: string } {
  return afterAct(TICKET_TRANSITIONS, act, from, WHY_NOT);
}

const WHY_NOT: Readonly<Record<TicketState, string>> = {
  open: 'This ticket has not been taken yet.',
  taken: 'This ticket is already taken. The editor who took it can close it, and so can you.',
  closed: 'This ticket is closed. If something is still wrong, create a new report.',
};

/** What a report may be about, in addition to the facts of a program. */
export const LISTING_MATTERS = ['name', 'address', 'closed', 'other'] as const;

/** All that a ticket may be about. */
export const TICKET_MATTERS: readonly string[] = [...LISTING_MATTERS, ...FACT_KEYS];

/** Days within which a ticket must be closed. */
export const TICKET_DAYS = { usual: 14, safety: 3 } as const;

/**
 * Matters on which a wrong statement can harm a client who relies on it: who is treated, with what, and whether the
 * program can be reached.
 */
export const SAFETY_MATTERS: ReadonlySet<string> = new Set<string>([
  ...FACT_KEYS.filter((fact) => (FACTS[fact] as FactDefinition).safety),
  ...(['closed'] satisfies (typeof LISTING_MATTERS)[number][]),
]);

/** Days within which the desk closes a ticket on this matter. */
export function daysToClose(about: string): number {
  return SAFETY_MATTERS.has(about) ? TICKET_DAYS.safety : TICKET_DAYS.usual;
}
