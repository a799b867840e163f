import { join } from 'node:path';
import { projectFolder } from '../../config/project-folder.js';
import { expectCommitted } from '../../../test/support/committed-file.js';
import { formattedJson } from '../../../test/support/formatted-json.js';
import { hsdsChecker } from '../../../test/support/hsds-schemas.js';
import { outwardProgramOf, surveyed, WELL_KNOWN } from '../../../test/support/outward-program.js';
import { describeWithShared } from '../../../test/support/shared-material.js';
import { serviceAtLocation } from './hsds-locations.js';
import { fullService, listedService } from './hsds-service.js';
import { TAXONOMIES } from './taxonomies.js';
import { TermBook } from './term-book.js';

const terms = new TermBook([
  { code: 'cbt', name: 'Cognitive behavioral therapy', listingMeaning: 'Listed as any other.', ratings: [] },
]);
const golden = (name: string) => join(projectFolder, 'src/interchange/hsds/golden', name);
const expectGolden = async (path: string, value: unknown) =>
  expectCommitted(path, await formattedJson(value, path));

interface Attributes {
  readonly attributes?: readonly {
    readonly link_type: string;
    readonly value: string;
    readonly taxonomy_term: { readonly code: string };
  }[];
}
const attributesOf = (service: object) =>
  ((service as Attributes).attributes ?? []).map(
    ({ link_type: fact, taxonomy_term: { code }, value }) => `${fact} ${code} ${value}`,
  );

describe('A program as an HSDS service', () => {
  it('has everything that is known, as the committed file shows it', async () => {
    await expectGolden(golden('service.json'), fullService(WELL_KNOWN, terms));
  });

  it('in a page has its fields and its organization alone', async () => {
    await expectGolden(golden('listed-service.json'), listedService(WELL_KNOWN));
  });

  it('leaves out what is not reported', () => {
    expect(fullService(outwardProgramOf([]), terms)).toEqual({
      id: '0b7a3a46-2f0e-5a51-9a53-5b4e6f8d0c21',
      organization_id: '3f0c2d1e-6a7b-5c8d-9e0f-1a2b3c4d5e6f',
      name: 'Elm Clinic',
      status: 'active',
      last_modified: '2026-11-24T09:00:00.123Z',
      organization: expect.objectContaining({ name: 'Elm Recovery Inc' }),
      service_at_locations: [expect.objectContaining({ id: '0b7a3a46-2f0e-5a51-9a53-5b4e6f8d0c21' })],
    });
  });

  it('says no of what is reported as no, and of what a complete list leaves out', () => {
    const known = attributesOf(
      fullService(
        outwardProgramOf([
          surveyed({ payers: { no: ['private'] }, genders: { yes: ['woman'], complete: true } }),
        ]),
        terms,
      ),
    );
    expect(known).toEqual(['payers private no', 'genders woman yes', 'genders man no']);
  });

  it('that is withdrawn is inactive', () => {
    expect(fullService(outwardProgramOf([], { status: 'withdrawn' }), terms)).toMatchObject({
      status: 'inactive',
    });
  });

  it.each([
    [{ yes: ['adults'], no: ['children'] }, { minimum_age: 18 }],
    [{ yes: ['children'], no: ['young-adults', 'adults', 'seniors'] }, { maximum_age: 17 }],
    [{ yes: ['children', 'adults'] }, {}],
    [{ yes: ['adults'] }, {}],
    [{ no: ['children'] }, {}],
  ] as const)('states a bound of age only where the codes do: %j', (ageGroups, bounds) => {
    const service = listedService(outwardProgramOf([surveyed({ ageGroups })])) as Record<string, unknown>;
    const { minimum_age, maximum_age } = service;
    expect({ minimum_age, maximum_age }).toEqual(bounds);
  });

  it.each([
    ['www.elm.example', 'http://www.elm.example/'],
    ['https://elm.example/a b', 'https://elm.example/a%20b'],
    ['none', undefined],
    ['javascript:alert(1)', undefined],
    ['mailto:elm@elm.example', undefined],
  ])('has a web site that a reader can open, or none: %s', (website, url) => {
    expect((listedService(outwardProgramOf([], { website })) as { url?: string }).url).toBe(url);
  });
});

describe('The taxonomies of HSDS', () => {
  it('are those of the profile', async () => {
    await expectGolden(join(projectFolder, 'openapi/hsds-profile/taxonomies.json'), TAXONOMIES);
  });

  it('have one term for each code, and each term one id', () => {
    const ids = terms.terms.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(200);
    expect(new Set(ids).size).toBe(ids.length);
    const names = new Set(TAXONOMIES.map(({ name }) => name));
    expect(new Set(terms.terms.map(({ taxonomy }) => taxonomy))).toEqual(names);
  });
});

describeWithShared('By the schemas of HSDS 3.1', 'data/hsds-3.1/service.json', (path) => {
  const flawsOf = hsdsChecker(join(path, '..'));

  it('a service, its parts and all terms are valid', () => {
    expect(flawsOf('service', fullService(WELL_KNOWN, terms))).toEqual([]);
    expect(flawsOf('service_at_location', serviceAtLocation(WELL_KNOWN, 'virtual', terms))).toEqual([]);
    expect(terms.terms.flatMap((term) => flawsOf('taxonomy_term', term))).toEqual([]);
    expect(TAXONOMIES.flatMap((taxonomy) => flawsOf('taxonomy', taxonomy))).toEqual([]);
  });

  it.each([
    ['a status of ours', { status: 'published' }, 'must be equal to one of the allowed values'],
    ['a price in words', { cost_options: [{ id: WELL_KNOWN.id, amount: '12.50' }] }, 'must be number'],
    ['an address that is none', { url: 'elm' }, 'must match format "uri"'],
    ['a field that HSDS has not', { evidence: 'strong' }, 'must NOT have additional properties'],
  ])('a service with %s is refused', (_what, change, flaw) => {
    expect(flawsOf('service', { ...fullService(WELL_KNOWN, terms), ...change })).toEqual([
      expect.stringContaining(flaw),
    ]);
  });
});
