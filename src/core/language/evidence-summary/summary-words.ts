import type { EvidencePurpose } from '../../evidence/evidence-policy.js';
import type { SignState } from '../../matching/rules/criterion.js';
import type { AccessWay } from '../../vocabulary/medication-access.js';

/** How one language sums up what a program reports of the essentials of good care, for the person or the family. */
export interface SummaryWords {
  /** After a band that reads as good: nothing may hide behind it. */
  readonly notAllReported: string;
  /** `It reports 3 of 4 essentials for problems with opioids.` */
  readonly count: (reported: number, of: number, purpose: EvidencePurpose) => string;
  /** Where medication comes from; nothing where it is not used. */
  readonly ways: Readonly<Record<Exclude<AccessWay, 'none'>, string>>;
  /** What is not wholly reported. The last three are three kinds of absence. */
  readonly open: Readonly<Record<Exclude<SignState, 'reported'>, (codes: readonly string[]) => string>>;
  readonly noneConfirmed: string;
  readonly allConfirmed: string;
  readonly someConfirmed: (codes: readonly string[]) => string;
}
