/** What a capacity counts. */
export const CAPACITY_UNITS = ['beds', 'clients'] as const;
export type CapacityUnit = (typeof CAPACITY_UNITS)[number];

/** How many a program may have, or can serve, at once; never how many places are free. */
export interface Capacity {
  readonly unit: CapacityUnit;
  readonly maximum: number;
}

/** One license or certificate, as its authority lists it. */
export interface Licence {
  readonly number: string;
  /** The name of the authority that gave it. */
  readonly authority: string;
  /** The last day on which it is valid, YYYY-MM-DD; absent if that is not known. */
  readonly expires?: string;
}

/** A National Provider Identifier: ten digits. */
export const NPI_FORM = '^[12][0-9]{9}$';
