import { telephonesOf } from '../../core/directory/telephones.js';
import { websiteOriginOf } from '../../core/directory/web-address.js';
import type { OutwardLocation, OutwardOrganization, OutwardProgram } from '../outward/outward-program.js';
import type { CsvColumn, CsvTable } from './csv-table.js';
import type { FactRow } from './fact-rows.js';

/** An approach of the evidence registry, as exported. */
export interface ApproachRow {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly listing: string;
}

/** A current rating of an approach, as exported. */
export interface RatingRow {
  readonly id: string;
  readonly approach: string;
  readonly condition: string;
  readonly outcome: string;
  readonly certainty: string;
  readonly direction: string;
  readonly badge: string;
  readonly status: string;
}

const text = <Row>(
  name: string,
  description: string,
  of: CsvColumn<Row>['of'],
  more: { readonly required?: true } = {},
): CsvColumn<Row> => ({ name, type: 'string', description, of, ...more });

const REQUIRED = { required: true } as const;

export const PROGRAMS: CsvTable<OutwardProgram> = {
  name: 'programs',
  description: 'Published treatment programs. What is known of each is in facts.csv.',
  key: ['id'],
  references: [
    { column: 'organization_id', table: 'organizations', key: 'id' },
    { column: 'location_id', table: 'locations', key: 'id' },
  ],
  columns: [
    text('id', 'UUID; the same in every export', ({ id }) => id, REQUIRED),
    text('organization_id', 'Who runs it', ({ organizationId }) => organizationId, REQUIRED),
    text('location_id', 'Where it is', ({ locationId }) => locationId, REQUIRED),
    text('name', 'First line of the name', ({ name }) => name, REQUIRED),
    text('name_detail', 'Second line of the name', ({ nameDetail }) => nameDetail),
    text('phone', 'Telephone', ({ phone }) => phone),
    text(
      'intake_phones',
      'Telephones for intake, separated by semicolons',
      (program) =>
        telephonesOf({ phone: null, intakePhones: program.intakePhones })
          .map(({ number, extension }) => (extension === undefined ? number : `${number} x${extension}`))
          .join('; ') || null,
    ),
    text('website', 'Web site, as the source prints it', ({ website }) => website),
    text('website_source', 'Who states the web site', (program) => websiteOriginOf(program)?.source ?? null),
    {
      name: 'website_as_of',
      type: 'date',
      description: 'The day of that source: the web site may have changed since',
      of: (program) => websiteOriginOf(program)?.asOf ?? null,
    },
    {
      name: 'fictional',
      type: 'boolean',
      description: 'Fictional, for demonstration: it cannot be contacted',
      required: true,
      of: ({ fictional }) => fictional,
    },
    text('source', 'The source that lists it', ({ source }) => source, REQUIRED),
    {
      name: 'source_as_of',
      type: 'date',
      description: 'The day of that source',
      required: true,
      of: ({ sourceAsOf }) => sourceAsOf,
    },
    {
      name: 'verified_on',
      type: 'date',
      description: 'When a fact was last verified; empty if never',
      of: ({ verifiedOn }) => verifiedOn,
    },
    {
      name: 'updated_at',
      type: 'datetime',
      description: 'When it last changed here',
      required: true,
      of: ({ updatedAt }) => updatedAt.toISOString(),
    },
  ],
};

export const LOCATIONS: CsvTable<OutwardLocation> = {
  name: 'locations',
  description: 'Where programs are.',
  key: ['id'],
  columns: [
    text('id', 'UUID', ({ id }) => id, REQUIRED),
    text('street1', 'Street', ({ street1 }) => street1),
    text('street2', 'Second line of the street', ({ street2 }) => street2),
    text('city', 'City', ({ city }) => city, REQUIRED),
    text('state', 'Postal code of the state', ({ state }) => state, REQUIRED),
    text('postal_code', 'ZIP code, five digits', ({ postalCode }) => postalCode, REQUIRED),
    { name: 'latitude', type: 'number', description: 'Degrees, WGS 84', of: ({ latitude }) => latitude },
    { name: 'longitude', type: 'number', description: 'Degrees, WGS 84', of: ({ longitude }) => longitude },
    text(
      'coordinate_precision',
      'address: of the street address; postal-code: the center of the ZIP code, not a place for a pin',
      ({ coordinatePrecision }) => coordinatePrecision,
    ),
    text(
      'coordinate_source',
      'Who states the point of the street address; empty for the center of a ZIP code',
      ({ coordinateSource }) => coordinateSource,
    ),
    {
      name: 'coordinate_as_of',
      type: 'date',
      description: 'The day of that source',
      of: ({ coordinateAsOf }) => coordinateAsOf,
    },
  ],
};

export const ORGANIZATIONS: CsvTable<OutwardOrganization> = {
  name: 'organizations',
  description: 'Who runs programs: one name within one state, until a source says more.',
  key: ['id'],
  columns: [
    text('id', 'UUID', ({ id }) => id, REQUIRED),
    text('name', 'Name', ({ name }) => name, REQUIRED),
    text('state', 'Postal code of the state', ({ state }) => state, REQUIRED),
    {
      name: 'programs',
      type: 'integer',
      description: 'How many of its programs are published',
      required: true,
      of: ({ programs }) => programs,
    },
  ],
};

export const FACT_TABLE: CsvTable<FactRow> = {
  name: 'facts',
  description:
    'Everything that is known of programs, one row each. What is unknown has no row; it is never no.',
  key: [],
  references: [{ column: 'program_id', table: 'programs', key: 'id' }],
  columns: [
    text('program_id', 'The program', ({ programId }) => programId, REQUIRED),
    text('fact', 'The fact, as in GET /v1/facts', ({ fact }) => fact, REQUIRED),
    text('code', 'The code of a list, or the medication, as in GET /v1/vocabularies', ({ code }) => code),
    text(
      'stance',
      'yes, no, maybe (its category was reported); starts, continues or refuses a medication; value; complete: every other code of the list is no',
      ({ stance }) => stance,
      REQUIRED,
    ),
    text('value', 'The value of a fact that is no list, as JSON', ({ value }) => value),
    text('source', 'Who stated it', ({ source }) => source, REQUIRED),
    { name: 'as_of', type: 'date', description: 'As of which day', required: true, of: ({ asOf }) => asOf },
    text('standing', 'verified, attested, confirmed or self-reported', ({ standing }) => standing, REQUIRED),
    text('by', 'The person or representative who stated it, if there is one', ({ by }) => by ?? null),
  ],
};

export const APPROACH_TABLE: CsvTable<ApproachRow> = {
  name: 'approaches',
  description: 'Approaches of the evidence registry.',
  key: ['code'],
  columns: [
    text('code', 'Code', ({ code }) => code, REQUIRED),
    text('name', 'Name', ({ name }) => name, REQUIRED),
    text('kind', 'Kind, as in GET /v1/vocabularies', ({ kind }) => kind, REQUIRED),
    text(
      'listing',
      'What applies before any grade, as in GET /v1/vocabularies',
      ({ listing }) => listing,
      REQUIRED,
    ),
  ],
};

export const RATING_TABLE: CsvTable<RatingRow> = {
  name: 'ratings',
  description: 'The current ratings of approaches. A draft was reviewed by no named person.',
  key: ['id'],
  references: [{ column: 'approach', table: 'approaches', key: 'code' }],
  columns: [
    text('id', 'UUID', ({ id }) => id, REQUIRED),
    text('approach', 'The approach', ({ approach }) => approach, REQUIRED),
    text('condition', 'The condition', ({ condition }) => condition, REQUIRED),
    text('outcome', 'The outcome', ({ outcome }) => outcome, REQUIRED),
    text('certainty', 'Certainty by GRADE', ({ certainty }) => certainty, REQUIRED),
    text('direction', 'Direction of the effect', ({ direction }) => direction, REQUIRED),
    text('badge', 'What both mean together', ({ badge }) => badge, REQUIRED),
    text('status', 'draft, in_review or published', ({ status }) => status, REQUIRED),
  ],
};

export const TABLES = [PROGRAMS, LOCATIONS, ORGANIZATIONS, FACT_TABLE, APPROACH_TABLE, RATING_TABLE] as const;
