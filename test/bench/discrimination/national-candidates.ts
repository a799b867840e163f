import { resolveFacts } from '../../../src/core/directory/resolve-facts.js';
import type { StatedFacts } from '../../../src/core/directory/source-record.js';
import { type Candidate, toCandidate } from '../../../src/core/matching/candidate.js';
import { findPostalCode } from '../../../src/directory/postal-codes.js';
import { CODE_BOOK_2023 } from '../../../src/interchange/samhsa/code-book-2023.js';
import { codesIn } from '../../../src/interchange/samhsa/facility-row.js';
import { readDirectoryFile } from '../../../src/interchange/samhsa/read-directory-file.js';
import { readIntakes } from '../../../src/interchange/samhsa/take-in.js';
import { stateFacts } from '../../../src/interchange/samhsa/state-facts.js';
import type { State } from '../../../src/core/vocabulary/places.js';

/** A program of the national directory with the codes that it ticked. */
export interface TickedProgram {
  readonly candidate: Candidate;
  readonly codes: ReadonlySet<string>;
  /** The same program, had it ticked these codes. */
  with(codes: ReadonlySet<string>): Candidate;
}

/** Categories of the code book in which a program says what it offers: where a contest of ticking would take place. */
const OFFERS = ['PHR', 'TAP', 'SG', 'ASPT', 'SCR', 'TRSRV', 'RSS', 'OTHR', 'DETOX', 'ECS', 'MSRV', 'AS'];

export const OFFER_BOXES: readonly string[] = CODE_BOOK_2023.categories
  .filter(({ code }) => OFFERS.includes(code))
  .flatMap(({ codes }) => Object.keys(codes));

/** The therapies among them. */
export const THERAPY_BOXES: readonly string[] = Object.keys(
  CODE_BOOK_2023.categories.find(({ code }) => code === 'TAP')!.codes,
);

/** Every program of the edition of 2023 as the engine knows it on a day (YYYY-MM-DD), without a database. */
export async function nationalCandidates(file: string, today: string): Promise<TickedProgram[]> {
  const { rows } = await readDirectoryFile(file);
  const { intakes } = readIntakes(rows, { book: CODE_BOOK_2023, findPostalCode });
  return intakes.map(({ location, records }, n) => {
    const record = records[0];
    const codes = codesIn(record.verbatim.service_code_info ?? '');
    const candidateOf = (facts: StatedFacts): Candidate =>
      toCandidate(
        {
          id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
          organizationId: '',
          state: location.state,
          ...(location.coordinates && { place: location.coordinates }),
          facts: resolveFacts([{ ...record, facts }], today),
        },
        today,
      );
    return {
      candidate: candidateOf(record.facts),
      codes,
      with: (others) => candidateOf(stateFacts(others, CODE_BOOK_2023, location.state as State).facts),
    };
  });
}
