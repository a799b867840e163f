import type { OutwardOrganization } from '../outward/outward-program.js';
import { ORGANIZATION_TYPE_SYSTEM, URI_SYSTEM } from './fhir-codes.js';

/**
 * An organization as a FHIR R4 Organization. Plan-Net asks for its address; no source states one, and that of a program
 * is not borrowed.
 */
export function toOrganization({
  id,
  name,
  version,
  updatedAt,
}: OutwardOrganization): Readonly<Record<string, unknown>> {
  return {
    resourceType: 'Organization',
    id,
    meta: { versionId: String(version), lastUpdated: updatedAt.toISOString() },
    identifier: [{ system: URI_SYSTEM, value: `urn:uuid:${id}` }],
    active: true,
    type: [{ coding: [{ system: ORGANIZATION_TYPE_SYSTEM, code: 'fac', display: 'Facility' }] }],
    name,
  };
}
