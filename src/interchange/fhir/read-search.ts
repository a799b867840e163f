import { alternativesIn } from '../../http/fhir/search-values.decorator.js';
import { Problem } from '../../http/problem.js';
import { isDate, UUID } from '../../http/validation/value.decorators.js';
import type { OutwardFilter, TextColumn, TimeSpan } from '../outward/outward-filter.js';
import type {
  HealthcareServiceSearch,
  LocationSearch,
  OrganizationSearch,
} from './fhir-search-parameters.dto.js';

type Begins = NonNullable<OutwardFilter['begins']>;
/** Every parameter that narrows; several texts of one must all match. */
type Values = readonly string[] | undefined;

/** What no program has. */
const NOTHING: OutwardFilter = { ids: [] };
const DAY_MS = 86_400_000;

export function filterOfServices(search: HealthcareServiceSearch): OutwardFilter {
  const { name, location, organization, active } = search;
  const categories = (search['service-category'] ?? []).map(codesIn);
  if (categories.some((codes) => !codes.includes('behav'))) return NOTHING;
  // Withdrawn programs are gone (410), so none is found that is not active.
  if ((active ?? []).includes('false')) return NOTHING;
  return {
    ids: together(search._id, idsIn),
    locationIds: together(location, (value) => referencesIn('Location', value)),
    organizationIds: together(organization, (value) => referencesIn('Organization', value)),
    ...modifiedIn('program', search._lastUpdated),
    facts: (search['service-type'] ?? []).map((value) => ({ list: 'levelsOfCare', codes: codesIn(value) })),
    begins: beginsWith(['name', 'nameDetail'], name),
  };
}

export function filterOfLocations(search: LocationSearch): OutwardFilter {
  return {
    locationIds: together(search._id, idsIn),
    ...modifiedIn('location', search._lastUpdated),
    ...withinOf(search.near),
    begins: [
      ...beginsWith(['street', 'city', 'state', 'postalCode'], search.address),
      ...beginsWith(['city'], search['address-city']),
      ...beginsWith(['state'], search['address-state']),
      ...beginsWith(['postalCode'], search['address-postalcode']),
    ],
  };
}

export function filterOfOrganizations(search: OrganizationSearch): OutwardFilter {
  return {
    organizationIds: together(search._id, idsIn),
    ...modifiedIn('organization', search._lastUpdated),
    begins: [
      ...beginsWith(['organization'], search.name),
      ...beginsWith(['organizationState'], search['address-state']),
    ],
  };
}

/** Alternatives of each value, and of several values those that all have; `undefined` without a value. */
function together(values: Values, read: (value: string) => string[]): string[] | undefined {
  if (values === undefined) return undefined;
  const [first = [], ...others] = values.map(read);
  return first.filter((id) => others.every((other) => other.includes(id)));
}

/** An id that is no UUID names nothing here. */
function idsIn(value: string): string[] {
  return alternativesIn(value)
    .map((id) => id.toLowerCase())
    .filter((id) => UUID.test(id));
}

/** `Location/id`, the whole address of one, or its id alone. */
function referencesIn(type: string, value: string): string[] {
  return idsIn(
    alternativesIn(value)
      .map((reference) => reference.replace(new RegExp(`^(?:.*/)?${type}/`), ''))
      .join(','),
  );
}

/** A token is `code`, `|code` or `system|code`; our codes are the same in every system. */
function codesIn(value: string): string[] {
  return alternativesIn(value.replaceAll(String.raw`\|`, ' ')).map((token) => token.split('|').at(-1)!);
}

function beginsWith(columns: readonly TextColumn[], values: Values): Begins {
  return (values ?? []).map((value) => ({ columns, texts: alternativesIn(value) }));
}

function modifiedIn(
  of: 'program' | 'organization' | 'location',
  values: Values,
): Pick<OutwardFilter, 'modified'> {
  return values === undefined ? {} : { modified: { of, spans: values.map(spanOf) } };
}

/** A day is all of it, by UTC; a moment is its millisecond. */
function spanOf(value: string): TimeSpan {
  const [prefix, written] = [value.slice(0, 2), value.slice(2)];
  const start = Date.parse(written);
  if (Number.isNaN(start) || !isDate(written.slice(0, 10)))
    throw Problem.badRequest([{ parameter: '_lastUpdated', message: 'has a day that is on no calendar' }]);
  const end = start + (written.length === 10 ? DAY_MS : 1);
  switch (prefix) {
    case 'ge':
      return { from: new Date(start) };
    case 'gt':
      return { from: new Date(end) };
    case 'le':
      return { until: new Date(end) };
    default:
      return { until: new Date(start) };
  }
}

const METERS: Readonly<Record<string, number>> = { km: 1000, m: 1, '[mi_us]': 1609.347219 };

function withinOf(values: Values): Pick<OutwardFilter, 'within'> {
  if (values === undefined) return {};
  const [value, ...others] = values;
  if (others.length > 0)
    throw Problem.badRequest([{ parameter: 'near', message: 'is given more than once; give it once' }]);
  const [latitude, longitude, distance, units = ''] = value!.split('|');
  const within = {
    latitude: Number(latitude),
    longitude: Number(longitude),
    meters: Number(distance) * (METERS[units === '' ? 'km' : units] ?? 1000),
  };
  if (Math.abs(within.latitude) > 90 || Math.abs(within.longitude) > 180)
    throw Problem.unprocessable([
      { parameter: 'near', message: 'latitude must be between -90 and 90, longitude between -180 and 180' },
    ]);
  return { within };
}
