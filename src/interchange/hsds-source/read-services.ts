import { FICTIONAL } from '../../core/directory/shown-name.js';
import { readPhone } from '../../core/directory/phone-number.js';
import { webAddressOf } from '../../core/directory/web-address.js';
import type { PostalCode } from '../../directory/postal-codes.js';
import type { IntakeRecord, ProgramIntake } from '../../directory/program-intake.js';
import { isDate } from '../../http/validation/value.decorators.js';
import { type IntakeCoordinates, doorCoordinates, postalCodePlace } from '../import-run/door-coordinates.js';
import type { ReadRow } from '../import-run/import-source.js';
import { type RowIssue, rowIssue } from '../import-run/row-issue.js';
import { refusalOf } from '../import-run/row-refusal.js';
import { fiveDigits, isReadableText, keyOfText, tidy } from '../import-run/written-text.js';
import type { ReceivedAddress, ReceivedLocation, ReceivedService } from './hsds-objects.js';
import type { HsdsMap } from './hsds-map.js';
import { faultsOfService } from './hsds-schemas.js';
import { factsOfService, type ServiceFacts } from './service-facts.js';
import type { UndecidedTerm } from './stated-attributes.js';
import type { StatedOrigin } from './stated-by-origin.js';

export interface ServiceContext {
  readonly map: HsdsMap;
  /** The day on which the source was read, YYYY-MM-DD. */
  readonly asOf: string;
  readonly findPostalCode: (code: string) => PostalCode | undefined;
}

/** A row of a source of HSDS: a service at one of its places, or one that is excluded. */
export interface ServiceRow extends ReadRow {
  readonly undecided: readonly UndecidedTerm[];
}

type Place = { readonly location: ReceivedLocation; readonly address: ReceivedAddress };

/**
 * Reads services, one call each: a service at each of its addresses is a program. A fault excludes its service, never the
 * others.
 */
export function serviceReader(context: ServiceContext): (value: unknown) => ServiceRow[] {
  const known = new Map<string, number>();
  let row = 0;
  return (value) => {
    row += 1;
    const faults = faultsOfService(value);
    if (faults.length > 0) return [excluded(row, faults)];
    const service = value as ReceivedService;
    const twin = known.get(service.id);
    if (twin !== undefined) {
      const message = `Row ${twin} is the same service. The row is skipped.`;
      return [excluded(row, [rowIssue('duplicate-row', '/id', service.id, message)])];
    }
    known.set(service.id, row);
    return readService(row, service, context);
  };
}

function excluded(row: number, issues: readonly RowIssue[]): ServiceRow {
  return { row, issues: issues.map((issue) => ({ row, ...issue })), codes: 0, undecided: [] };
}

function readService(row: number, service: ReceivedService, context: ServiceContext): ServiceRow[] {
  if (service.status !== 'active') {
    const message = 'The service is not active. It is skipped.';
    return [excluded(row, [rowIssue('not-in-force', '/status', service.status, message)])];
  }
  const places = placesOf(service);
  if (places.length === 0) {
    const message = 'The service has no address: it cannot be listed. It is skipped.';
    return [excluded(row, [rowIssue('missing-value', '/service_at_locations', '', message)])];
  }
  const facts = factsOfService(service, context.map, originOf(service, context), context.asOf);
  return places.map((place, at) => {
    const issues: RowIssue[] = at === 0 ? [...facts.issues] : [];
    const read = intakeOf(service, place, places.length > 1, facts, context, issues);
    if ('refusal' in read) return excluded(row, [read.refusal]);
    return {
      row,
      intake: read,
      issues: issues.map((issue) => ({ row, ...issue })),
      codes: at === 0 ? facts.codes : 0,
      undecided: facts.undecided,
    };
  });
}

function placesOf({ service_at_locations: places = [] }: ReceivedService): Place[] {
  return places.flatMap(({ location }) => {
    const address = location?.location_type === 'physical' ? location.addresses?.[0] : undefined;
    return location && address ? [{ location, address }] : [];
  });
}

/** What a service says counts as of the day on which it was assured, or last changed; never later than it was read. */
function originOf(service: ReceivedService, { map, asOf }: ServiceContext): StatedOrigin {
  const day = (service.assured_date ?? service.last_modified ?? asOf).slice(0, 10);
  return { source: '', asOf: isDate(day) && day < asOf ? day : asOf, standing: map.standing };
}

function intakeOf(
  service: ReceivedService,
  { location, address }: Place,
  isOneOfSeveral: boolean,
  facts: ServiceFacts,
  context: ServiceContext,
  issues: RowIssue[],
): ProgramIntake | { readonly refusal: RowIssue } {
  const [name, nameDetail] = namesOf(service);
  const cells = {
    '/name': name,
    '/alternate_name': nameDetail,
    '/organization/name': tidy(service.organization?.name ?? name),
    address_1: tidy(address.address_1),
    address_2: tidy(address.address_2 ?? ''),
    city: tidy(address.city),
    state_province: tidy(address.state_province).toUpperCase(),
    postal_code: tidy(address.postal_code),
  };
  const refusal = refusalOf(
    { row: 0, cells },
    { filled: ['/name', 'city'], state: 'state_province', postalCode: 'postal_code' },
  );
  if (refusal) return { refusal };
  const [state, postalCode] = [cells.state_province, fiveDigits(cells.postal_code)!];
  const organizationKey = `${service.organization?.id ?? service.organization_id ?? service.id}|${keyOfText(state)}`;
  const center = postalCodePlace({ postalCode, state, field: 'postal_code' }, context.findPostalCode, issues);
  const placed = {
    key: location.id,
    ...(cells.address_1 === '' ? {} : { street1: cells.address_1 }),
    ...(cells.address_2 === '' ? {} : { street2: cells.address_2 }),
    city: cells.city,
    state,
    postalCode,
    ...(center ? { coordinates: center } : {}),
  };
  const coordinates = coordinatesOf(location, placed, context.map, issues);
  // Its own words, where it states them: the address of a service is written out in full.
  const website =
    facts.stated.map(({ facts: { website: stated } }) => stated).find((one) => one !== undefined) ??
    service.url ??
    '';
  return {
    key: isOneOfSeveral ? `${service.id}|${location.id}` : service.id,
    name,
    ...(nameDetail === '' ? {} : { nameDetail }),
    ...phonesOf(service),
    ...(website.length <= 200 && isReadableText(website) && webAddressOf(website) !== undefined
      ? { website }
      : {}),
    fictional: service.alert === FICTIONAL,
    organization: { key: organizationKey, name: cells['/organization/name'], state },
    location: { ...placed, ...(coordinates ? { coordinates } : {}) },
    records: recordsOf(service, facts, context),
  };
}

/** Our own services have the first line of a name as their alternate name, and both lines as their name. */
function namesOf({ name, alternate_name: alternate }: ReceivedService): [string, string] {
  const begin = `${alternate ?? ''} / `;
  if (alternate && name.startsWith(begin)) return [tidy(alternate), tidy(name.slice(begin.length))];
  return [tidy(name), ''];
}

function phonesOf({ phones = [] }: ReceivedService): Pick<ProgramIntake, 'phone' | 'intakePhones'> {
  const read = phones
    .filter(
      ({ type }) => type === undefined || type === null || ['voice', 'cell', 'hotline', ''].includes(type),
    )
    .flatMap(({ number, extension, description }) => {
      const text = tidy(typeof extension === 'number' ? `${number} x${extension}` : number);
      const isUsable = text !== '' && text.length <= 60 && isReadableText(text);
      return isUsable ? [{ number: readPhone(text) ?? text, isIntake: description === 'Intake' }] : [];
    });
  const phone = read.find(({ isIntake }) => !isIntake)?.number;
  const intake = read.filter(({ isIntake }) => isIntake).map(({ number }) => number);
  return { ...(phone === undefined ? {} : { phone }), intakePhones: [...new Set(intake)] };
}

function coordinatesOf(
  { latitude, longitude, attributes = [] }: ReceivedLocation,
  placed: ProgramIntake['location'],
  { coordinates: kind }: HsdsMap,
  issues: RowIssue[],
): IntakeCoordinates | undefined {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  const door = doorCoordinates({ latitude: String(latitude), longitude: String(longitude) }, placed);
  if (!door) return undefined;
  if ('message' in door) {
    issues.push(door);
    return undefined;
  }
  const stated = attributes.find(
    ({ taxonomy_term: term }) => term?.taxonomy === 'coordinatePrecision',
  )?.value;
  const isDoor = kind === 'address' || (kind === 'attribute' && stated === 'address');
  return { ...door, precision: isDoor ? 'address' : 'postal-code' };
}

/** One record for the source, and a companion for each other origin that its labels name. */
function recordsOf(
  service: ReceivedService,
  { stated }: ServiceFacts,
  { map, asOf }: ServiceContext,
): ProgramIntake['records'] {
  const own = originOf(service, { map, asOf } as ServiceContext);
  const facts = stated.find(({ origin }) => origin.source === '')?.facts ?? {};
  const main: IntakeRecord = {
    source: map.source,
    // Its telephone and web site have no label of their own: they are no newer than what has.
    asOf: stated
      .map(({ origin }) => origin.asOf)
      .concat(own.asOf)
      .sort()[0]!,
    // Where all facts have origins of their own, nothing of this record was verified.
    standing: Object.keys(facts).length === 0 ? 'self-reported' : own.standing,
    facts,
    verbatim: verbatimOf(service),
  };
  const companions = stated
    .filter(({ origin }) => origin.source !== '')
    .map(({ origin, facts: theirs }, at): IntakeRecord => ({
      source: `${map.source}-${slug(origin.source)}-${at + 1}`,
      asOf: origin.asOf,
      standing: origin.standing,
      ...(origin.by === undefined ? {} : { by: origin.by }),
      facts: theirs,
      verbatim: {},
    }));
  return [main, ...companions];
}

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);

function verbatimOf(service: ReceivedService): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(service).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' &&
        entry[1].length <= 5000 &&
        isReadableText(entry[1]) &&
        !/email/.test(entry[0]),
    ),
  );
}
