import type { Need } from '../../service/api.js';
import type { CodeWords } from '../../words/code-words.js';
import type { Words } from '../../words/en.js';

const KM_OF_A_MILE = 1.609344;
/** Distances to choose from. */
export const MILES = [5, 10, 15, 25, 40, 60, 100] as const;

export const kmOf = (miles: number): number => Math.round(miles * KM_OF_A_MILE);

/** The nearest of the distances to choose from. */
export function milesOf(km: number | undefined): number | undefined {
  if (km === undefined) return undefined;
  const miles = km / KM_OF_A_MILE;
  return MILES.reduce(
    (best: number, one) => (Math.abs(one - miles) < Math.abs(best - miles) ? one : best),
    MILES[0],
  );
}

/** The need in one line, as far as it is known. */
export function summaryOf(need: Need, w: Words, codes: CodeWords): string {
  const { near, maxDistanceKm, payers = [], cannotLeaveWork } = need.constraints ?? {};
  const conditions = need.assessment?.conditions ?? [];
  const miles = milesOf(maxDistanceKm);
  const zip = near?.postalCode;
  return [
    ...conditions.map(({ condition }) => codes.label('condition', condition)),
    zip === undefined ? undefined : miles === undefined ? zip : w.milesOf(miles, zip),
    ...payers.map((payer) => codes.label('payer', payer)),
    cannotLeaveWork ? w.cannotLeaveWork : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
