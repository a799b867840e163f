import type { Standing } from '../directory/source-record.js';
import type { Actor } from './role.js';
import { afterAct, type Transition } from './after-act.js';

/** How something was learned about a program. */
export const OBSERVED_BY = ['call', 'visit', 'email', 'website'] as const;
export const VERIFIED_BY = ['visit', 'certificate', 'call', 'letter'] as const;
export const LEARNED_BY = [
  'call',
  'visit',
  'certificate',
  'letter',
  'email',
  'website',
  'signed-link',
] as const;
export type LearnedBy = (typeof LEARNED_BY)[number];

/** Standings of statements by people: all except those of a survey. */
export const OBSERVED_STANDINGS = ['verified', 'attested', 'confirmed'] as const;
export type ObservedStanding = Exclude<Standing, 'self-reported'>;

/** `standing`: it counts; `disputed`: someone else says it is wrong; `undone`: an editor removed it. */
export const OBSERVATION_STATUSES = ['standing', 'disputed', 'undone'] as const;
export type ObservationStatus = (typeof OBSERVATION_STATUSES)[number];

export const OBSERVATION_ACTS = ['dispute', 'undo'] as const;
export type ObservationAct = (typeof OBSERVATION_ACTS)[number];

/** All allowed transitions; any other is refused. */
export const OBSERVATION_TRANSITIONS: readonly Transition<ObservationAct, ObservationStatus>[] = [
  { act: 'dispute', from: 'standing', to: 'disputed' },
  { act: 'undo', from: 'standing', to: 'undone' },
  { act: 'undo', from: 'disputed', to: 'undone' },
];

/** The longest period in days after which a verified or attested statement must be checked again. */
export const LONGEST_VERIFICATION_DAYS = 730;

/** The longest that a signed link may be open, in days. */
export const LONGEST_LINK_DAYS = 60;

/** The status after an act, or why there is none. */
export function afterObservationAct(
  act: ObservationAct,
  from: ObservationStatus,
): { readonly to: ObservationStatus } | { readonly refused: string } {
  return afterAct(OBSERVATION_TRANSITIONS, act, from, WHY_NOT);
}

const WHY_NOT: Readonly<Record<ObservationStatus, string>> = {
  standing: 'This statement is not disputed.',
  disputed: 'This statement is already disputed and does not count.',
  undone: 'This statement was undone and does not count.',
};

/**
 * Why this person may not dispute this statement, or `undefined` if they may. The observer is identified by key and by
 * name: a new key does not make someone a different person.
 */
export function whyNoDispute(
  actor: Actor,
  statement: {
    readonly standing: ObservedStanding;
    readonly observerId: string | null;
    readonly observerName: string;
  },
): string | undefined {
  const isSame = statement.observerName.toLowerCase() === actor.name.toLowerCase();
  if (statement.observerId === actor.id || (statement.observerId !== null && isSame))
    return 'You cannot dispute your own statement: post a corrected one, and the newer one counts.';
  if (statement.standing !== 'confirmed' && !actor.roles.includes('directory-editor'))
    return `Only a directory editor can dispute a statement that is ${statement.standing}; create a report instead.`;
  return undefined;
}
