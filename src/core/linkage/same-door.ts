import type { LinkagePolicy } from './linkage-policy.js';
import type { PreparedProgram } from './prepared-program.js';
import { numbersMeet, streetLikeness } from './street.js';

/**
 * Whether two records are at one door: an equal house number on a street of the same name, in the same postal code or
 * city. Without a house number, or with a hidden address, it is not known and false.
 */
export function isSameDoor(
  a: PreparedProgram,
  b: PreparedProgram,
  policy: Pick<LinkagePolicy, 'sameStreet' | 'otherHouseNumber'>,
): boolean {
  if (a.program.state !== b.program.state) return false;
  if (a.city !== b.city && (a.program.postalCode ?? '') !== b.program.postalCode) return false;
  return a.streets.some((from) =>
    b.streets.some(
      (to) =>
        from.number !== undefined &&
        to.number !== undefined &&
        numbersMeet(from.number, to.number) &&
        (streetLikeness([from], [to], policy) ?? 0) >= policy.sameStreet,
    ),
  );
}
