import type { FhirObject } from '../../http/fhir/searchset.js';
import { projectPackage } from '../../config/project-package.js';
import { fieldsOf } from '../../http/validation/field-rule.js';
import { HealthcareServiceSearch, LocationSearch, OrganizationSearch } from './fhir-search-parameters.dto.js';

/** The day on which what this statement says changed last. */
const CHANGED_ON = '2026-12-01';

/** The type of each parameter (http://hl7.org/fhir/search-param-type). Those of a page are no search parameters. */
const TYPES: Readonly<Record<string, string>> = {
  _id: 'token',
  _lastUpdated: 'date',
  name: 'string',
  location: 'reference',
  organization: 'reference',
  'service-category': 'token',
  'service-type': 'token',
  active: 'token',
  address: 'string',
  'address-city': 'string',
  'address-state': 'string',
  'address-postalcode': 'string',
  near: 'special',
  url: 'uri',
  code: 'token',
};

/** What this service can do in FHIR R4, and no more. */
export function capabilityStatement(base: string): FhirObject {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: CHANGED_ON,
    publisher: 'Treatment Navigator',
    kind: 'instance',
    software: { name: projectPackage.name, version: projectPackage.version },
    implementation: { description: 'An open directory of addiction treatment programs', url: `${base}/fhir` },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        documentation:
          'Open to all, read only. Resources are aligned with Da Vinci PDEX Plan-Net and do not claim its profiles: organizations have no address, as no source states one.',
        resource: [
          resource('HealthcareService', fieldsOf(HealthcareServiceSearch), {
            searchInclude: ['HealthcareService:location', 'HealthcareService:organization'],
          }),
          resource('Location', fieldsOf(LocationSearch)),
          resource('Organization', fieldsOf(OrganizationSearch)),
          resource('Questionnaire', ['_id', 'url', 'code']),
        ],
      },
    ],
  };
}

function resource(type: string, fields: readonly string[], more: FhirObject = {}): FhirObject {
  return {
    type,
    interaction: [{ code: 'read' }, { code: 'search-type' }],
    versioning: 'no-version',
    ...more,
    searchParam: fields.filter((name) => name in TYPES).map((name) => ({ name, type: TYPES[name] })),
  };
}
