import type { TableLayout, TableRow } from '../import-run/table-layout.js';

/** A site of a health center as it is written, in either form of the file; `''` is not given. */
export interface HealthCenterCells {
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly phone: string;
  readonly website: string;
  readonly latitude: string;
  readonly longitude: string;
  /** Its number at the Bureau of Primary Health Care. */
  readonly number: string;
  /** What it is, and whether it has a place; `''` in the form that lists such places alone. */
  readonly type: string;
  readonly status: string;
  readonly place: string;
}

type Field = keyof HealthCenterCells;

/** One form in which the list of health centers is found. */
export interface HealthCenterLayout {
  readonly table: TableLayout<string>;
  /** The column of each field. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly stateColumn: string;
}

function layoutOf(
  name: string,
  columns: HealthCenterLayout['columns'],
  kept: readonly string[],
): HealthCenterLayout {
  const { name: site, street, city, state } = columns;
  const required = [site, street, city, state].filter((column) => column !== undefined);
  return {
    table: { name, columns: [...Object.values(columns), ...kept], required },
    columns,
    stateColumn: state!,
  };
}

/** The forms, the one that says most first. */
export const HEALTH_CENTER_LAYOUTS: readonly HealthCenterLayout[] = [
  layoutOf(
    'list of health center sites of HRSA',
    {
      name: 'Site Name',
      street: 'Site Address',
      city: 'Site City',
      state: 'Site State Abbreviation',
      zip: 'Site Postal Code',
      phone: 'Site Telephone Number',
      website: 'Site Web Address',
      latitude: 'Geocoding Artifact Address Primary Y Coordinate',
      longitude: 'Geocoding Artifact Address Primary X Coordinate',
      number: 'BPHC Assigned Number',
      type: 'Health Center Type',
      status: 'Site Status Description',
      place: 'Health Center Location Type Description',
    },
    // A number of hours is no schedule: it stays in the words of the source.
    ['Operating Hours per Week', 'Health Center Name'],
  ),
  layoutOf(
    'list of health centers of HRSA as it was carried in 2021',
    {
      name: 'name',
      street: 'address',
      city: 'city',
      state: 'st_abbr',
      phone: 'phone',
      latitude: 'lat',
      longitude: 'lon',
    },
    [],
  ),
];

/** The fields of a row, as written. */
export function healthCenterCells(
  { cells }: TableRow<string>,
  { columns }: HealthCenterLayout,
): HealthCenterCells {
  const written = (field: Field) => {
    const column = columns[field];
    return column === undefined ? '' : (cells[column] ?? '');
  };
  return {
    name: written('name'),
    street: written('street'),
    city: written('city'),
    state: written('state'),
    zip: written('zip'),
    phone: written('phone'),
    website: written('website'),
    latitude: written('latitude'),
    longitude: written('longitude'),
    number: written('number'),
    type: written('type'),
    status: written('status'),
    place: written('place'),
  };
}
