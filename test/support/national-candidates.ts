import { resolveFacts } from '../../src/core/directory/resolve-facts.js';
import { type Candidate, toCandidate } from '../../src/core/matching/candidate.js';
import { findPostalCode } from '../../src/directory/postal-codes.js';
import { CODE_BOOK_2023 } from '../../src/interchange/samhsa/code-book-2023.js';
import { readDirectoryFile } from '../../src/interchange/samhsa/read-directory-file.js';
import { readIntakes } from '../../src/interchange/samhsa/take-in.js';

/** A program of the national directory as the engine reads it, with the name and city that people know it by. */
export interface NationalProgram {
  readonly candidate: Candidate;
  readonly name: string;
  readonly city: string;
  readonly postalCode: string;
}

/** The programs of the published workbook of 2023, without a database. Ids are made up, in the order of the keys. */
export async function nationalPrograms(workbook: string, today: string): Promise<NationalProgram[]> {
  const { rows } = await readDirectoryFile(workbook);
  const { intakes } = readIntakes(rows, { book: CODE_BOOK_2023, findPostalCode });
  return intakes.map(({ name, nameDetail, location, records }, i) => {
    const { coordinates, city, postalCode, state } = location;
    const candidate = toCandidate(
      {
        id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
        organizationId: '00000000-0000-4000-8000-000000000000',
        state,
        ...(coordinates
          ? { place: { latitude: coordinates.latitude, longitude: coordinates.longitude } }
          : {}),
        facts: resolveFacts(records, today),
      },
      today,
    );
    return { candidate, name: nameDetail ? `${name}, ${nameDetail}` : name, city, postalCode };
  });
}
