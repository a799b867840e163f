import { LONGEST_VERIFICATION_DAYS, VERIFIED_BY } from '../core/curation/observation-life.js';
import type { StatedFacts } from '../core/directory/source-record.js';
import { Code } from '../http/validation/codes.decorators.js';
import { CalendarDate, Text } from '../http/validation/value.decorators.js';
import { FactsObject } from './fact-value.decorators.js';

/** Moves what a program says of itself to attested or verified. */
export class VerificationRequest {
  /**
   * The facts, as a source states them. That a program delivers an approach is
   * `{ "approaches": { "yes": ["contingency-management"] } }`.
   */
  @FactsObject({ example: { approaches: { yes: ['contingency-management'] } } })
  facts: StatedFacts;

  /** `verified`: we saw it ourselves or hold the certificate; `attested`: the provider says so in writing. */
  @Code(['verified', 'attested'])
  standing: 'verified' | 'attested';

  @Code(VERIFIED_BY)
  how: (typeof VERIFIED_BY)[number];

  @CalendarDate()
  learnedOn: string;

  @CalendarDate({
    description: `The first day on which it does not count any more: at most ${LONGEST_VERIFICATION_DAYS} days after learnedOn. The shelf life of a fact is never lengthened by it.`,
  })
  expiresOn: string;

  @Text({ max: 500, description: 'What it rests on, for the audit trail.' })
  why: string;
}
