import { LONGEST_VERIFICATION_DAYS, VERIFIED_BY } from '../core/curation/observation-life.js';
import type { StatedFacts } from '../core/directory/source-record.js';
import { Code } from '../http/validation/codes.decorators.js';
import { CalendarDate, Text } from '../http/validation/value.decorators.js';
import { FactsObject } from './fact-value.decorators.js';

/** Changes facts that a program reported itself to attested or verified. */
export class VerificationRequest {
  /**
   * The facts, as a source states them. That a program delivers an approach is
   * `{ "approaches": { "yes": ["contingency-management"] } }`.
   */
  @FactsObject({ example: { approaches: { yes: ['contingency-management'] } } })
  facts: StatedFacts;

  /** `verified`: we saw it ourselves or hold the certificate. `attested`: the provider confirmed it in writing. */
  @Code(['verified', 'attested'])
  standing: 'verified' | 'attested';

  @Code(VERIFIED_BY)
  how: (typeof VERIFIED_BY)[number];

  @CalendarDate()
  learnedOn: string;

  @CalendarDate({
    description:
      `The first day on which it no longer counts: at most ${LONGEST_VERIFICATION_DAYS} days after learnedOn. ` +
      `It never extends the shelf life of a fact.`,
  })
  expiresOn: string;

  @Text({ max: 500, description: 'What it is based on, for the audit trail.' })
  why: string;
}
