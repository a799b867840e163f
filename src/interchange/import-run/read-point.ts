import type { RowIssue } from './row-issue.js';

/** A point of the earth, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * The point of a row, or an issue if its cells are no point; neither if both are empty. A geocoder that found nothing often
 * writes 0, 0.
 *
 * @param field what the issue names: the two columns
 */
export function readPoint(
  latitude: string,
  longitude: string,
  field: string,
): { readonly point?: Point; readonly issue?: RowIssue } {
  if (latitude.trim() === '' && longitude.trim() === '') return {};
  const point = { latitude: degrees(latitude), longitude: degrees(longitude) };
  const isNowhere = point.latitude === 0 && point.longitude === 0;
  if (!isNowhere && Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180) return { point };
  const value = `${latitude}, ${longitude}`;
  const message = `${field} are no point of the earth in degrees. The row is used without them.`;
  return { issue: { kind: 'misplaced-coordinates', field, value, message } };
}

function degrees(text: string): number {
  return /^\s*-?\d{1,3}(\.\d{1,15})?\s*$/.test(text) ? Number(text) : NaN;
}
