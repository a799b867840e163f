/** The precision of a coordinate: the street address, or the center of its postal code area. The better one first. */
export const COORDINATE_PRECISIONS = ['address', 'postal-code'] as const;
export type CoordinatePrecision = (typeof COORDINATE_PRECISIONS)[number];

/** A point with what it is the point of. */
export interface Coordinates {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: CoordinatePrecision;
  /** The street address that it is the point of, as `streetAddressOf` writes it: it counts for no other. */
  readonly address?: string;
}
