import type { MilitaryService } from '../../../vocabulary/people.js';
import type { RestrictedOperator } from '../../../vocabulary/services.js';
import type { Candidate } from '../../candidate.js';
import type { ClientQuestion, LineCode } from '../../codes.js';
import type { Need } from '../../need.js';
import { fails, meets, unknown, untold, type Verdict } from '../../verdict.js';
import type { Constraint } from '../constraint.js';

/** Whom a program is run for, by who runs it. */
interface RunFor {
  /** Whether this client is one of them; undefined where it is not stated. */
  readonly has: (need: Need) => boolean | undefined;
  readonly question: ClientQuestion;
  /** What is said where the client is one of them, and where not. */
  readonly are: LineCode;
  readonly areNot: LineCode;
  /** It may see others as well, so it is asked; the others do not. */
  readonly maySeeOthers: boolean;
}

const inService =
  (...services: readonly MilitaryService[]) =>
  ({ service }: Need) =>
    service === undefined ? undefined : services.includes(service);

const TRIBES: RunFor = {
  has: ({ tribal }) => tribal,
  question: 'tribal',
  are: 'eligibility.tribes',
  areNot: 'eligibility.not_tribes',
  maySeeOthers: true,
};

const RUN_FOR: Readonly<Record<RestrictedOperator, RunFor>> = {
  'veterans-affairs': {
    has: inService('veteran'),
    question: 'service',
    are: 'eligibility.veterans',
    areNot: 'eligibility.not_veterans',
    maySeeOthers: false,
  },
  'department-of-defense': {
    has: inService('active-duty', 'military-family'),
    question: 'service',
    are: 'eligibility.military',
    areNot: 'eligibility.not_military',
    maySeeOthers: false,
  },
  'indian-health-service': TRIBES,
  'tribal-government': TRIBES,
  'urban-indian-organization': TRIBES,
};

/**
 * Who may go there, by who runs it: Veterans Affairs for enrolled veterans, the Department of Defense for service members
 * and their families, the Indian Health Service, tribes and urban Indian organizations for American Indians and Alaska
 * Natives. A program that serves a group without being run for it is a matter of `population`.
 */
export const eligibility: Constraint = {
  code: 'eligibility',
  reads: { facts: { operator: true, openToOthers: true }, need: ['service', 'tribal'], cache: true },
  asks: { 'ask.open_to_others': ['openToOthers'] },
  asksClient: ['service', 'tribal'],
  isSafety: () => false,
  isAsked: () => true,
  judge(need, { operator, openToOthers }: Candidate): Verdict | undefined {
    if (operator === undefined) return undefined;
    const { has, question, are, areNot, maySeeOthers } = RUN_FOR[operator];
    const isOne = has(need);
    if (isOne === true) return meets(are);
    if (openToOthers === true) return meets('eligibility.open_to_others');
    if (isOne === undefined) return untold(are, question);
    return maySeeOthers && openToOthers === undefined
      ? unknown('eligibility.others_unknown', 'ask.open_to_others')
      : fails(areNot);
  },
};
