import type { EntityManager } from 'typeorm';
import type { StatedFacts } from '../../core/directory/source-record.js';
import { LIST_KEYS } from '../../core/directory/fact-keys.js';
import type { ListedProgram } from '../../core/linkage/listed-program.js';
import type { ProgramIntake } from '../../directory/program-intake.js';

/** A row of a source in the fields that linkage compares, by its key. */
export function linkableIntake({ key, location, records, ...intake }: ProgramIntake): ListedProgram {
  return linkable({
    key,
    name: intake.name,
    ...(intake.organization.name === intake.name ? {} : { legalName: intake.organization.name }),
    nameDetail: intake.nameDetail ?? null,
    street1: location.street1 ?? null,
    street2: location.street2 ?? null,
    city: location.city,
    state: location.state,
    postalCode: location.postalCode,
    phone: intake.phone ?? null,
    intakePhones: intake.intakePhones,
    facts: records[0].facts,
  });
}

/** Which stored programs are compared. */
export type WantedPrograms =
  /** All that are published, the fictional or the others. */
  | { readonly fictional: boolean }
  /** These, published or withdrawn. */
  | { readonly ids: readonly string[] };

/** Stored programs in the fields that linkage compares, by id; facts as the leading source states them. */
export async function linkablePrograms(
  manager: EntityManager,
  wanted: WantedPrograms,
): Promise<ListedProgram[]> {
  const [condition, value] =
    'ids' in wanted
      ? ['p.id = ANY($1)', wanted.ids]
      : [`p.status = 'published' AND p.fictional = $1`, wanted.fictional];
  const rows: ComparedFields[] = await manager.query(
    `SELECT p.id AS key, p.name, p.name_detail AS "nameDetail", l.street1, l.street2, l.city, l.state,
            l.postal_code AS "postalCode", p.phone, p.intake_phones AS "intakePhones",
            (SELECT s.facts FROM program_source s
              WHERE s.program_id = p.id AND s.source = p.source AND s.ended_at IS NULL
              ORDER BY s.as_of DESC, s.source_key LIMIT 1) AS facts
       FROM program p JOIN location l ON l.id = p.location_id
      WHERE ${condition} ORDER BY p.id`,
    [value],
  );
  return rows.map(linkable);
}

interface ComparedFields {
  readonly key: string;
  readonly name: string;
  readonly nameDetail: string | null;
  /** Who holds the license, where that is another name. */
  readonly legalName?: string;
  readonly street1: string | null;
  readonly street2: string | null;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly phone: string | null;
  readonly intakePhones: readonly string[];
  readonly facts: StatedFacts | null;
}

function linkable({
  nameDetail,
  street1,
  street2,
  postalCode,
  phone,
  intakePhones,
  facts,
  ...same
}: ComparedFields) {
  return {
    ...same,
    ...(postalCode === '' ? {} : { postalCode }),
    ...(nameDetail === null ? {} : { nameDetail }),
    streets: [street1, street2].filter((line): line is string => line !== null && line !== ''),
    phones: [phone, ...intakePhones].filter((number): number is string => number !== null),
    ...(facts === null ? {} : linkableFacts(facts)),
  } satisfies ListedProgram;
}

/** The settings of care and the services that a record states; absent where it states none. */
function linkableFacts(
  facts: StatedFacts,
): Pick<ListedProgram, 'settings' | 'services' | 'isOpioidTreatmentProgram'> {
  const settings = [facts.levelsOfCare, facts.withdrawalSettings].flatMap((list) => [
    ...(list?.yes ?? []),
    ...(list?.maybe ?? []),
  ]);
  const services = LIST_KEYS.flatMap((list) => (facts[list]?.yes ?? []).map((code) => `${list}:${code}`));
  return {
    ...(settings.length === 0 ? {} : { settings: new Set(settings) }),
    ...(services.length === 0 ? {} : { services: new Set(services) }),
    ...(facts.opioidTreatmentProgram === true ? { isOpioidTreatmentProgram: true } : {}),
  };
}
