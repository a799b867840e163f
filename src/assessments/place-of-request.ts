import type { State } from '../core/vocabulary/places.js';
import { findPostalCode, nearestState, unknownPostalCode } from '../directory/postal-codes.js';
import { Problem } from '../http/problem.js';
import type { ConstraintsRequest } from './need-request.dto.js';

/** Where to look: degrees, and the state if it is known. */
export interface RequestedPlace {
  readonly latitude: number;
  readonly longitude: number;
  readonly state: State | undefined;
}

/**
 * The place of a request; `undefined` if it has none.
 *
 * @throws Problem 422 for half a place, for two, and for a ZIP code that is not known
 */
export function placeOf({ near }: ConstraintsRequest): RequestedPlace | undefined {
  if (near === undefined) return undefined;
  const { postalCode, latitude, longitude } = near;
  const hasPair = latitude !== undefined && longitude !== undefined;
  if (postalCode === undefined ? !hasPair : latitude !== undefined || longitude !== undefined)
    throw Problem.unprocessable([
      {
        pointer: '/constraints/near',
        message: 'give either a postalCode, or both latitude and longitude',
      },
    ]);
  if (postalCode === undefined)
    return {
      latitude: latitude!,
      longitude: longitude!,
      state: nearestState(latitude!, longitude!) as State | undefined,
    };
  const found = findPostalCode(postalCode);
  if (!found)
    throw Problem.unprocessable([
      {
        pointer: '/constraints/near/postalCode',
        message: unknownPostalCode(postalCode, 'latitude and longitude'),
      },
    ]);
  return { latitude: found.latitude, longitude: found.longitude, state: found.state as State };
}
