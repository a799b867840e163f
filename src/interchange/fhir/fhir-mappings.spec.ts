import { join } from 'node:path';
import { projectFolder } from '../../config/project-folder.js';
import { expectCommitted } from '../../../test/support/committed-file.js';
import { formattedJson } from '../../../test/support/formatted-json.js';
import { flawsOfR4 } from '../../../test/support/fhir-r4.js';
import { outwardProgramOf, surveyed, WELL_KNOWN } from '../../../test/support/outward-program.js';
import type { OutwardLocation } from '../outward/outward-program.js';
import { capabilityStatement } from './capability-statement.js';
import { toLocation } from './fhir-location.js';
import { toOrganization } from './fhir-organization.js';
import { toHealthcareService } from './healthcare-service.js';

const golden = (name: string) => join(projectFolder, 'src/interchange/fhir/golden', name);
const expectGolden = async (path: string, value: unknown) =>
  expectCommitted(path, await formattedJson(value, path));

const place: OutwardLocation = { ...WELL_KNOWN, id: WELL_KNOWN.locationId };
const organization = {
  id: WELL_KNOWN.organizationId,
  name: WELL_KNOWN.organizationName,
  state: 'CT',
  version: 2,
  updatedAt: WELL_KNOWN.updatedAt,
  programs: 1,
};

describe('A program in FHIR R4', () => {
  it.each([
    ['healthcare-service.json', toHealthcareService(WELL_KNOWN)],
    ['location.json', toLocation(place)],
    ['organization.json', toOrganization(organization)],
  ])('is what the committed file shows: %s', async (name, resource) => {
    await expectGolden(golden(name), resource);
    expect(flawsOfR4(resource)).toEqual([]);
  });

  it('leaves out what is not reported, and has no empty list', () => {
    const resource = toHealthcareService(outwardProgramOf([]));
    expect(flawsOfR4(resource)).toEqual([]);
    expect(Object.keys(resource).toSorted()).toEqual([
      'active',
      'category',
      'id',
      'identifier',
      'location',
      'meta',
      'name',
      'providedBy',
      'resourceType',
    ]);
  });

  it('shows a no where a reader without our extensions reads nothing wrong', () => {
    const { characteristic, extension } = toHealthcareService(
      outwardProgramOf([surveyed({ payers: { no: ['private'], maybe: ['medicare'] } })]),
    ) as { characteristic?: unknown; extension: { extension: { valueCode?: string }[] }[] };
    expect(characteristic).toBe(undefined);
    expect(extension.map(({ extension: parts }) => parts[1]!.valueCode)).toEqual(['maybe', 'no']);
  });

  it.each([
    ['a day that FHIR has not', { availableTime: [{ daysOfWeek: ['mo'] }] }],
    ['active in words', { active: 'yes' }],
    ['a field of ours', { evidence: 'strong' }],
  ])('would be refused by the schema of R4 with %s', (_what, change) => {
    expect(flawsOfR4({ ...toHealthcareService(WELL_KNOWN), ...change })).not.toEqual([]);
  });
});

describe('The capability statement', () => {
  it('is one by the schema of R4, and types every parameter that it names', () => {
    const statement = capabilityStatement('https://directory.example') as {
      rest: { resource: { type: string; searchParam: { name: string; type?: string }[] }[] }[];
    };
    // The list of versions in the schema ends before the corrected edition of R4, which is 4.0.1.
    expect(flawsOfR4({ ...statement, fhirVersion: '4.0.0' })).toEqual([]);
    const named = statement.rest[0]!.resource.map(({ type, searchParam }) => [
      type,
      searchParam.map(({ name }) => name).toSorted(),
    ]);
    expect(Object.fromEntries(named)).toEqual({
      HealthcareService: [
        '_id',
        '_lastUpdated',
        'active',
        'location',
        'name',
        'organization',
        'service-category',
        'service-type',
      ],
      Location: [
        '_id',
        '_lastUpdated',
        'address',
        'address-city',
        'address-postalcode',
        'address-state',
        'near',
      ],
      Organization: ['_id', '_lastUpdated', 'address-state', 'name'],
      Questionnaire: ['_id', 'code', 'url'],
    });
  });
});
