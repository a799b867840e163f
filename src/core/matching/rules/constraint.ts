import type { Registry } from '../../evidence/strength.js';
import type { Candidate } from '../candidate.js';
import type { ConstraintCode } from '../codes.js';
import type { Need } from '../need.js';
import type { MatchingPolicy } from '../policy.js';
import type { Verdict } from '../verdict.js';

/** What a rule may look at beside the need and the candidate. */
export interface Knowledge {
  readonly registry: Registry;
  readonly policy: MatchingPolicy;
}

/** Something a program must not fail. */
export interface Constraint {
  readonly code: ConstraintCode;
  /** A safety constraint is never relaxed, never a preference, never a near miss. */
  isSafety(need: Need): boolean;
  /** Whether this need asks for it at all. */
  isAsked(need: Need): boolean;
  /** `undefined` where it says nothing of this program. */
  judge(need: Need, candidate: Candidate, knowledge: Knowledge): Verdict | undefined;
}
