import type { Actor } from '../core/curation/role.js';
import type { ProgramIntake } from '../directory/program-intake.js';
import { findPostalCode, unknownPostalCode } from '../directory/postal-codes.js';
import { Problem } from '../http/problem.js';
import type { NewLocation, NewProgramRequest } from './program-desk.dto.js';

/** The source of programs that editors create. */
export const DESK_SOURCE = 'desk';

/** A new program in the form that the store expects, with the desk as its source. */
export function intakeOf(
  {
    name,
    nameDetail,
    organization,
    location,
    phone,
    intakePhones,
    website,
    facts,
    standing,
  }: NewProgramRequest,
  { key, actor, today }: { key: string; actor: Actor; today: string },
): ProgramIntake {
  const { street1, street2, city, state, postalCode } = location;
  const owner = keyOf(organization.name, state);
  return {
    key,
    name,
    ...(nameDetail === undefined ? {} : { nameDetail }),
    ...(phone === undefined ? {} : { phone }),
    intakePhones: intakePhones ?? [],
    ...(website === undefined ? {} : { website }),
    fictional: false,
    organization: { key: owner, name: organization.name, state },
    location: {
      key: keyOf(owner, street1, street2 ?? '', city, state, postalCode),
      street1,
      ...(street2 === undefined ? {} : { street2 }),
      city,
      state,
      postalCode,
      coordinates: placeOf(location),
    },
    records: [
      { source: DESK_SOURCE, asOf: today, standing, facts, verbatim: {}, by: actor.name, observer: actor.id },
    ],
  };
}

/** The street address if it is given; otherwise the center of the postal code area, marked as such. */
function placeOf({ coordinates, postalCode, state }: NewLocation) {
  if (coordinates) return { ...coordinates, precision: 'address' as const };
  const found = findPostalCode(postalCode);
  if (!found)
    throw Problem.unprocessable([
      {
        pointer: '/location/postalCode',
        message: unknownPostalCode(postalCode, 'coordinates'),
      },
    ]);
  if (found.state !== state)
    throw Problem.unprocessable([
      {
        pointer: '/location/postalCode',
        message: `${postalCode} is in ${found.state}, not in ${state}; correct one of them, or give coordinates`,
      },
    ]);
  return { latitude: found.latitude, longitude: found.longitude, precision: 'postal-code' as const };
}

function keyOf(...parts: string[]): string {
  return parts.map((part) => part.trim().toLowerCase().replace(/\s+/g, ' ')).join('|');
}
