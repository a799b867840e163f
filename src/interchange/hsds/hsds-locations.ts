import { stanceOf } from '../../core/directory/resolved-facts.js';
import type { OutwardProgram } from '../outward/outward-program.js';
import { partIdOf, virtualPlaceIdOf } from './hsds-ids.js';
import { COORDINATE_PRECISION } from './taxonomies.js';
import type { TermBook } from './term-book.js';

/** An HSDS object, or a part of one. */
export type HsdsObject = Readonly<Record<string, unknown>>;

/** The two places that a program may have. */
export const PLACE_KINDS = ['physical', 'virtual'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** The places of a program: its address, and telehealth if it is known to give care by it. */
export function locationsOf(program: OutwardProgram, terms: TermBook): HsdsObject[] {
  return PLACE_KINDS.filter((kind) => kind === 'physical' || isByTelehealth(program)).map((kind) =>
    serviceAtLocation(program, kind, terms),
  );
}

export function isByTelehealth({ facts }: OutwardProgram): boolean {
  return stanceOf(facts, 'modalities', 'telehealth') === 'yes';
}

/**
 * A program at one of its places. The one at its address has the id of the program, so that a client keeps one id.
 *
 * @param terms without them, the location has its own fields alone, as pages show it
 */
export function serviceAtLocation(program: OutwardProgram, kind: PlaceKind, terms?: TermBook): HsdsObject {
  const { id: programId } = program;
  const location = kind === 'physical' ? physical(program, terms) : virtual(programId);
  const id = kind === 'physical' ? programId : virtualPlaceIdOf(programId);
  return { id, service_id: programId, location_id: location['id'], location };
}

function physical(program: OutwardProgram, terms: TermBook | undefined): HsdsObject {
  const { locationId, organizationId, latitude, longitude, coordinatePrecision } = program;
  return {
    id: locationId,
    location_type: 'physical',
    organization_id: organizationId,
    ...(latitude === null || longitude === null ? {} : { latitude, longitude }),
    ...(terms && { addresses: addressesOf(program) }),
    ...(terms && coordinatePrecision !== null
      ? { attributes: [precisionOf(locationId, coordinatePrecision, terms)] }
      : {}),
  };
}

/** None without a street: HSDS has no address without one. */
function addressesOf(program: OutwardProgram): HsdsObject[] {
  if (!program.street1) return [];
  return [
    {
      id: partIdOf(program.locationId, 'address'),
      location_id: program.locationId,
      address_1: program.street1,
      ...(program.street2 === null ? {} : { address_2: program.street2 }),
      city: program.city,
      state_province: program.state,
      postal_code: program.postalCode,
      country: 'US',
      address_type: 'physical',
    },
  ];
}

/** `postal-code` is the center of a ZIP code, not a place for a pin. */
function precisionOf(locationId: string, precision: string, terms: TermBook): HsdsObject {
  const { id, code, name, description } = terms.of(COORDINATE_PRECISION, precision);
  return {
    id: partIdOf(locationId, COORDINATE_PRECISION),
    link_id: locationId,
    link_entity: 'location',
    link_type: COORDINATE_PRECISION,
    taxonomy_term_id: id,
    value: precision,
    taxonomy_term: { id, code, name, description, taxonomy: COORDINATE_PRECISION },
  };
}

/** No web address is known for it, and none is made up. */
function virtual(programId: string): HsdsObject {
  return {
    id: virtualPlaceIdOf(programId),
    location_type: 'virtual',
    name: 'By telehealth',
    description: 'Care by telehealth. The states whose residents may have it are attributes of the service.',
  };
}
