import type { ProgramStatus } from '../../directory/program.entity.js';
import type { PublishedProgramRow } from '../../directory/program-row.js';

/** A program as the outward mappings read it: published or withdrawn, with its organization and its place. */
export interface OutwardProgram extends PublishedProgramRow {
  readonly status: ProgramStatus;
  /** Grows with every change. */
  readonly version: number;
  readonly updatedAt: Date;
  /** YYYY-MM-DD; `null` if no fact was ever verified. */
  readonly verifiedOn: string | null;
  readonly locationId: string;
}

/** An organization as the outward mappings read it. */
export interface OutwardOrganization {
  readonly id: string;
  readonly name: string;
  /** Postal code of the state. */
  readonly state: string;
  readonly version: number;
  readonly updatedAt: Date;
  /** How many of its programs are published. */
  readonly programs: number;
}

/** The place of a program as the outward mappings read it; if several programs share it, with the name of one. */
export interface OutwardLocation extends Pick<
  OutwardProgram,
  | 'name'
  | 'nameDetail'
  | 'organizationId'
  | 'organizationName'
  | 'street1'
  | 'street2'
  | 'city'
  | 'state'
  | 'postalCode'
  | 'latitude'
  | 'longitude'
  | 'coordinatePrecision'
  | 'coordinateSource'
  | 'coordinateAsOf'
> {
  readonly id: string;
  /** Grows with every change of the place itself. */
  readonly version: number;
  readonly updatedAt: Date;
}
