import type { Candidate } from '../../../src/core/matching/candidate.js';
import { CODE_BOOK_2023 } from '../../../src/interchange/samhsa/code-book-2023.js';
import { stateFacts } from '../../../src/interchange/samhsa/state-facts.js';
import { nationalPrograms } from '../../support/national-candidates.js';

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
  const programs = await nationalPrograms(file, today);
  return programs.map(({ candidate, codes, state, stating }) => ({
    candidate,
    codes,
    with: (others) => stating(stateFacts(others, CODE_BOOK_2023, state).facts),
  }));
}
