import type { Point } from '../import-run/read-point.js';

/** The street address of a program, as it is sent to a geocoder. Nothing else ever is. */
export interface AskedAddress {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

/** What a geocoder found for an address. */
export interface FoundPoint extends Point {
  /** The address that it found, in its own words. */
  readonly found: string;
}

/** A service that finds street addresses. */
export interface GeocodingService {
  /** Of the service, as it is shown with what it found. */
  readonly name: string;
  /** How many addresses one request has. */
  readonly batch: number;
  /**
   * The points of these addresses, in their order; `undefined` where the service does not know the very house. Throws
   * `GeocoderFailed` if it gives no answer that can be read.
   */
  locate(addresses: readonly AskedAddress[]): Promise<(FoundPoint | undefined)[]>;
}

/** The service gave no answer that can be read. The message has no address. */
export class GeocoderFailed extends Error {}
