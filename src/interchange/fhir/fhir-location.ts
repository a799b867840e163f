import type { OutwardLocation } from '../outward/outward-program.js';
import { shownNameOf, streetLinesOf } from '../../core/directory/shown-name.js';
import { PRECISION, URI_SYSTEM } from './fhir-codes.js';

/** The place of a program as a FHIR R4 Location. Coordinates of a ZIP code say so, so that no pin is drawn there. */
export function toLocation(location: OutwardLocation): Readonly<Record<string, unknown>> {
  const { id, organizationId, organizationName, version, updatedAt } = location;
  const { city, state, postalCode, latitude, longitude, coordinatePrecision } = location;
  const line = streetLinesOf(location);
  return {
    resourceType: 'Location',
    id,
    meta: { versionId: String(version), lastUpdated: updatedAt.toISOString() },
    identifier: [{ system: URI_SYSTEM, value: `urn:uuid:${id}` }],
    status: 'active',
    name: shownNameOf(location),
    mode: 'instance',
    address: {
      ...(line.length > 0 ? { line } : {}),
      city,
      state,
      postalCode,
      country: 'US',
    },
    ...(latitude === null || longitude === null
      ? {}
      : {
          position: {
            ...(coordinatePrecision === null
              ? {}
              : { extension: [{ url: PRECISION, valueCode: coordinatePrecision }] }),
            longitude,
            latitude,
          },
        }),
    managingOrganization: { reference: `Organization/${organizationId}`, display: organizationName },
  };
}
