import type { OutwardLocation } from '../outward/outward-program.js';
import { shownNameOf } from '../outward/shown-name.js';
import { PRECISION, URI_SYSTEM } from './fhir-codes.js';

/** The place of a program as a FHIR R4 Location. Coordinates of a ZIP code say so, so that nobody draws a pin. */
export function toLocation(location: OutwardLocation): Readonly<Record<string, unknown>> {
  const { id, organizationId, organizationName, version, updatedAt } = location;
  const { street1, street2, city, state, postalCode, latitude, longitude, coordinatePrecision } = location;
  const line = [street1, street2].filter((one) => one !== null && one !== '');
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
