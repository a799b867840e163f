import type { ProgramIntake } from '../../src/directory/program-intake.js';
import { program } from './program-intakes.js';
import type { WholeService } from './whole-service.js';

export const MOVED_FROM: ProgramIntake = {
  ...program('Larkspur Recovery Center', { conditions: { yes: ['alcohol'] }, slidingFee: true }),
  phone: '203-555-0142',
};

/** The same at another address, as a later edition has it. */
export const MOVED_TO: ProgramIntake = {
  ...program('Larkspur Recovery Center', { conditions: { yes: ['alcohol', 'opioid'] } }),
  key: 'Larkspur, moved',
  phone: '203-555-0142',
  location: { ...MOVED_FROM.location, key: 'Larkspur, moved', street1: '400 Harbor Road' },
};

/**
 * An edition of the source `listing` with a program, and the next one with a program that may be the same at another
 * address. Returns the id of the question.
 */
export async function movedProgram(
  service: WholeService,
  between: (programId: string) => Promise<unknown> = async () => undefined,
): Promise<string> {
  const others = [1, 2, 3].map((at) => program(`Listed Clinic ${at}`, {}));
  const asListed = (intakes: ProgramIntake[]) =>
    intakes.map((intake) => ({
      ...intake,
      records: [{ ...intake.records[0], source: 'listing' }] as const,
    }));
  await service.storeLinked('listing', asListed([MOVED_FROM, ...others]));
  const [{ id }] = await service.dataSource.query(
    `SELECT program_id AS id FROM program_link WHERE source = 'listing' AND source_key = $1`,
    [MOVED_FROM.key],
  );
  await between(id as string);
  await service.storeLinked('listing', asListed([MOVED_TO, ...others]));
  const [question] = await service.dataSource.query(
    `SELECT id FROM linkage_question WHERE source = 'listing' ORDER BY asked_at DESC LIMIT 1`,
  );
  return question.id as string;
}
