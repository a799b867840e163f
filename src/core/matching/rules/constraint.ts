import type { FactKey } from '../../directory/source-record.js';
import type { Registry } from '../../evidence/grade.js';
import type { Candidate } from '../candidate.js';
import type { ClientQuestion, ConstraintCode, Purpose, QuestionCode } from '../codes.js';
import type { Need } from '../need.js';
import type { MatchingPolicy } from '../policy.js';
import type { Verdict } from '../verdict.js';
import type { FactsRead, Reads } from './reads.js';
import type { RelaxationStep } from './relaxation-step.js';

/** What a rule may use beside the need and the candidate. */
export interface Knowledge {
  readonly registry: Registry;
  readonly policy: MatchingPolicy;
  /** What the track is for; absent: treatment. */
  readonly purpose?: Purpose;
}

/** Something a program must not fail. */
export interface Constraint {
  readonly code: ConstraintCode;
  /** What `judge` reads. The origins of these facts are shown with the verdict, unless `shows` says of which. */
  readonly reads: Reads;
  readonly shows?: FactsRead;
  /** The facts that the answer to each of its questions settles, the most likely first. No fact: nothing to post. */
  readonly asks: Readonly<Partial<Record<QuestionCode, readonly FactKey[]>>>;
  /** What it asks of the client, where a verdict depends on what they have not stated. */
  readonly asksClient?: readonly ClientQuestion[];
  /** Whether its verdict depends on what the track is for. */
  readonly byTrack?: true;
  /** A safety constraint is never a preference, never a near miss, and relaxed by `relaxSafely` alone. */
  isSafety(need: Need): boolean;
  /** Whether this need asks for it at all. */
  isAsked(need: Need): boolean;
  /** `undefined` where it does not apply to this program. */
  judge(need: Need, candidate: Candidate, knowledge: Knowledge): Verdict | undefined;
  /**
   * The smallest steps that may let more programs pass. Absent where there is nothing to negotiate: age, gender, condition
   * and what was refused by name are facts of a person.
   *
   * @param smallest the smallest number found among the programs it excludes: metres, days, or cents in the unit of the
   *   budget
   */
  relax?(need: Need, smallest: number | undefined): readonly RelaxationStep[];
  /** Steps that keep what is safe, of a constraint that is relevant to safety for this need. */
  relaxSafely?(need: Need): readonly RelaxationStep[];
  /** Further steps, which lead to one program that it excludes. */
  relaxTowards?(need: Need, candidate: Candidate): readonly RelaxationStep[];
}
