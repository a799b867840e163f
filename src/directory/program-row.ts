import type { ResolvedFacts } from '../core/directory/resolved-facts.js';
import type { CoordinatePrecision } from '../core/directory/coordinates.js';

/** A published program with its location and organization, as one row. */
export interface PublishedProgramRow {
  id: string;
  name: string;
  nameDetail: string | null;
  fictional: boolean;
  phone: string | null;
  intakePhones: string[];
  website: string | null;
  facts: ResolvedFacts;
  source: string;
  sourceAsOf: string;
  /** Since when no edition names it, if it stays listed since people reported on it. */
  unlistedOn: string | null;
  organizationId: string;
  organizationName: string;
  street1: string | null;
  street2: string | null;
  city: string;
  state: string;
  postalCode: string;
  latitude: number | null;
  longitude: number | null;
  coordinatePrecision: CoordinatePrecision | null;
  /** Who states where the door is, and as of which day; `null` if the coordinates are those of the lead source. */
  coordinateSource: string | null;
  coordinateAsOf: string | null;
  timeZone: string | null;
}
