import { LIST_KEYS } from '../../src/core/directory/fact-keys.js';
import type { StatedFacts } from '../../src/core/directory/source-record.js';
import type { ListedProgram } from '../../src/core/linkage/listed-program.js';
import type { ProgramIntake } from '../../src/directory/program-intake.js';
import { linkableIntake } from '../../src/interchange/linkage/linkable-programs.js';
import { nextEdition } from './next-edition.js';

/** The next edition of a source, made up, as programs for an import. */
export interface NextIntakes {
  readonly intakes: readonly ProgramIntake[];
  /** For a key of the new edition, the key of the same program before; absent for a new program. */
  readonly before: ReadonlyMap<string, string>;
}

/** @param asOf the day of the new edition, YYYY-MM-DD */
export function nextIntakes(intakes: readonly ProgramIntake[], seed: string, asOf: string): NextIntakes {
  const next = nextEdition(intakes.map(linkableIntake), seed);
  const byKey = new Map(intakes.map((intake) => [intake.key, intake]));
  const unchanged = new Set<string>();
  const keys = new Map<string, string>();
  const made = next.programs.map((program) => {
    const origin = byKey.get(next.before.get(program.key) ?? '');
    const intake = intakeOf(program, origin ?? intakes[0]!, asOf);
    // A source whose keys are texts: what it writes as before has the key that it had.
    const isAsBefore =
      origin !== undefined && JSON.stringify(textOf(origin)) === JSON.stringify(textOf(intake));
    const key = isAsBefore ? origin.key : JSON.stringify([textOf(intake), program.key]);
    if (isAsBefore) unchanged.add(key);
    keys.set(program.key, key);
    return { ...intake, key };
  });
  const before = new Map([...next.before].map(([key, origin]) => [keys.get(key)!, origin]));
  return { intakes: made, before };
}

function textOf({ name, nameDetail, location }: ProgramIntake) {
  const { street1, street2, city, state, postalCode } = location;
  return [name, nameDetail, street1, street2, city, state, postalCode];
}

function intakeOf(program: ListedProgram, origin: ProgramIntake, asOf: string): ProgramIntake {
  const { name, nameDetail, streets, city, state, postalCode, phones } = program;
  const [street1, street2] = streets;
  const [phone, ...intakePhones] = phones;
  const organization = name.toLowerCase();
  const { phone: _phone, nameDetail: _nameDetail, ...rest } = origin;
  return {
    ...rest,
    name,
    ...(nameDetail === undefined ? {} : { nameDetail }),
    ...(phone === undefined ? {} : { phone }),
    intakePhones,
    organization: { key: `${organization}|${state}`, name, state },
    location: {
      key: [organization, ...streets, city, state, postalCode].join('|').toLowerCase(),
      ...(street1 === undefined ? {} : { street1 }),
      ...(street2 === undefined ? {} : { street2 }),
      city,
      state,
      postalCode: postalCode!,
    },
    records: [{ ...origin.records[0], asOf, facts: factsOf(program) }],
  };
}

/** The facts that linkage reads of a record; a unit that is new states that it is residential. */
function factsOf({ services = new Set<string>() }: ListedProgram): StatedFacts {
  const lists = LIST_KEYS.map((list) => {
    const codes = [...services].filter((code) => code.startsWith(`${list}:`));
    return [list, { yes: codes.map((code) => code.slice(list.length + 1)) }] as const;
  }).filter(([, { yes }]) => yes.length > 0);
  if (services.has('RES')) return { levelsOfCare: { yes: ['res-low'] } };
  return Object.fromEntries(lists);
}
