import { distanceMeters } from '../../core/matching/facts/distance.js';
import { nearestState, type PostalCode } from '../../directory/postal-codes.js';
import type { ProgramIntake } from '../../directory/program-intake.js';
import { type RowIssue, rowIssue } from './row-issue.js';
import { tidy } from './written-text.js';

export type IntakeLocation = ProgramIntake['location'];
export type IntakeCoordinates = NonNullable<IntakeLocation['coordinates']>;

/** The farthest that a door is from the center of its ZIP code; the largest codes are of Alaska. */
const FARTHEST_METERS = 150_000;

/** The center of a postal code, unless it is unknown or in another state than the row says. */
export function postalCodePlace(
  {
    postalCode,
    state,
    field,
  }: { readonly postalCode: string; readonly state: string; readonly field: string },
  findPostalCode: (code: string) => PostalCode | undefined,
  issues: RowIssue[],
): IntakeCoordinates | undefined {
  const place = findPostalCode(postalCode);
  if (!place) {
    const message = 'No location is known for this ZIP code: the program has no coordinates and no distance.';
    issues.push(rowIssue('unknown-postal-code', field, postalCode, message));
    return undefined;
  }
  if (place.state !== state) {
    const message = `This ZIP code is in ${place.state}, but the row says ${state}: the program has no coordinates and no distance.`;
    issues.push(rowIssue('postal-code-in-another-state', field, postalCode, message));
    return undefined;
  }
  return { latitude: place.latitude, longitude: place.longitude, precision: 'postal-code' };
}

/**
 * Where a row says that the door is, in degrees as text, or why that is not used. A place without a street has none: it may be
 * hidden.
 *
 * @param location with the center of its postal code, if that is known
 */
export function doorCoordinates(
  written: { readonly latitude: string; readonly longitude: string },
  location: IntakeLocation,
): IntakeCoordinates | RowIssue | undefined {
  const [north, east] = [tidy(written.latitude), tidy(written.longitude)];
  if (location.street1 === undefined || (north === '' && east === '')) return undefined;
  const [latitude, longitude] = [degrees(north, 90), degrees(east, 180)];
  const isRight =
    latitude !== undefined &&
    longitude !== undefined &&
    (location.coordinates
      ? distanceMeters({ latitude, longitude }, location.coordinates) <= FARTHEST_METERS
      : nearestState(latitude, longitude) === location.state);
  if (isRight) return { latitude, longitude, precision: 'address' };
  const message = 'These coordinates are not near the address. They are not used.';
  return rowIssue('misplaced-coordinates', 'latitude', `${north} ${east}`, message);
}

function degrees(text: string, most: number): number | undefined {
  const value = Number(text);
  return /^-?\d{1,3}(\.\d+)?$/.test(text) && Math.abs(value) <= most && value !== 0 ? value : undefined;
}
