import { ACCEPTED_GENDERS } from '../../../vocabulary/people.js';
import { type Candidate, stance, yes } from '../../candidate.js';
import { fails, meets, unknown, untold, type Verdict } from '../../verdict.js';
import type { Constraint } from '../constraint.js';

/** A program that accepts one gender only is a question to a client whose gender is not stated. */
export const gender: Constraint = {
  code: 'gender',
  reads: { facts: { genders: true }, need: ['gender'], cache: true },
  asks: { 'ask.gender': ['genders'] },
  asksClient: ['gender'],
  isSafety: () => false,
  isAsked: () => true,
  judge({ gender: own }, candidate) {
    if (own === undefined) return judgeUntold(candidate);
    if (own === 'nonbinary') {
      const accepted = yes(candidate, 'genders');
      return accepted.length === 2
        ? meets('gender.all')
        : unknown('gender.unknown', 'ask.gender', { gender: own });
    }
    const said = stance(candidate, 'genders', own);
    if (said === 'yes') return meets('gender.accepts', { gender: own });
    if (said === 'no') return fails('gender.not', { gender: own, accepted: yes(candidate, 'genders') });
    return unknown('gender.unknown', 'ask.gender', { gender: own });
  },
};

function judgeUntold(candidate: Candidate): Verdict | undefined {
  const accepted = yes(candidate, 'genders');
  const isForOne =
    accepted.length === 1 &&
    ACCEPTED_GENDERS.every((each) => accepted.includes(each) || stance(candidate, 'genders', each) === 'no');
  return isForOne ? untold('gender.one', 'gender', { accepted }) : undefined;
}
