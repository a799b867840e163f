import type { ListKey } from '../../core/directory/fact-keys.js';
import type { Stance } from '../../core/directory/resolved-facts.js';
import { taxonomyUri } from '../outward/taxonomy-uri.js';

const PLAN_NET = 'http://hl7.org/fhir/us/davinci-pdex-plan-net';
const OURS = 'urn:treatment-navigator';

/** Code systems of Da Vinci PDEX Plan-Net 1.1. */
export const CATEGORY_SYSTEM = `${PLAN_NET}/CodeSystem/HealthcareServiceCategoryCS`;
export const DELIVERY_SYSTEM = `${PLAN_NET}/CodeSystem/DeliveryMethodCS`;
export const ORGANIZATION_TYPE_SYSTEM = `${PLAN_NET}/CodeSystem/OrgTypeCS`;
export const DELIVERY_METHOD = `${PLAN_NET}/StructureDefinition/delivery-method`;

export const LANGUAGE_SYSTEM = 'urn:ietf:bcp:47';
export const URI_SYSTEM = 'urn:ietf:rfc:3986';
export const NPI_SYSTEM = 'http://hl7.org/fhir/sid/us-npi';
export const IDENTIFIER_TYPE_SYSTEM = 'http://terminology.hl7.org/CodeSystem/v2-0203';

/** Our extensions: what R4 has no field for. */
export const KNOWN_STANCE = `${OURS}:stance`;
export const WAIT_DAYS = `${OURS}:wait-days`;
export const CAPACITY = `${OURS}:capacity`;
export const PRECISION = `${OURS}:coordinate-precision`;
export const SOURCE_DATE = `${OURS}:source-date`;

export interface FhirCoding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}
export interface CodeableConcept {
  readonly coding: readonly FhirCoding[];
}

/** A code of ours, as a concept of the code system that is also its HSDS taxonomy. */
export function conceptOf(system: string, code: string, display?: string): CodeableConcept {
  return { coding: [{ system: taxonomyUri(system), code, ...(display === undefined ? {} : { display }) }] };
}

/** That a code is known to be `no`, or only `maybe`: in an extension, so that a reader without it reads nothing wrong. */
export function stanceExtension(fact: ListKey, code: string, stance: Stance): object {
  return {
    url: KNOWN_STANCE,
    extension: [
      { url: 'code', valueCoding: { system: taxonomyUri(fact), code } },
      { url: 'stance', valueCode: stance },
    ],
  };
}
