import { resolveFacts } from '../../src/core/directory/resolve-facts.js';
import type { StatedFacts } from '../../src/core/directory/source-record.js';
import { type Candidate, toCandidate } from '../../src/core/matching/candidate.js';
import type { State } from '../../src/core/vocabulary/places.js';
import { findPostalCode } from '../../src/directory/postal-codes.js';
import { CODE_BOOK_2023 } from '../../src/interchange/samhsa/code-book-2023.js';
import { codesIn } from '../../src/interchange/samhsa/facility-row.js';
import { readDirectoryFile, readIntakes } from './samhsa/import-directory.js';

/** A program of the national directory as the engine reads it, with the name and city that people know it by. */
export interface NationalProgram {
  readonly candidate: Candidate;
  readonly name: string;
  readonly city: string;
  readonly postalCode: string;
  readonly state: State;
  /** The codes that it ticked. */
  readonly codes: ReadonlySet<string>;
  /** The same program, had it stated these facts. */
  readonly stating: (facts: StatedFacts) => Candidate;
}

/** The programs of the published workbook of 2023, without a database. Ids are made up, in the order of the keys. */
export async function nationalPrograms(workbook: string, today: string): Promise<NationalProgram[]> {
  const { rows } = await readDirectoryFile(workbook);
  const { intakes } = readIntakes(rows, { book: CODE_BOOK_2023, findPostalCode });
  return intakes.map(({ name, nameDetail, location, records: [record] }, i) => {
    const { coordinates, city, postalCode, state } = location;
    const stating = (facts: StatedFacts): Candidate =>
      toCandidate(
        {
          id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
          organizationId: '00000000-0000-4000-8000-000000000000',
          state,
          ...(coordinates
            ? { place: { latitude: coordinates.latitude, longitude: coordinates.longitude } }
            : {}),
          facts: resolveFacts([{ ...record, facts }], today),
        },
        today,
      );
    return {
      candidate: stating(record.facts),
      name: nameDetail ? `${name}, ${nameDetail}` : name,
      city,
      postalCode,
      state: state as State,
      codes: codesIn(record.verbatim.service_code_info ?? ''),
      stating,
    };
  });
}
