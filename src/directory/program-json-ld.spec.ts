import { outwardProgramOf, WELL_KNOWN } from '../../test/support/outward-program.js';
import { programInJsonLd } from './program-json-ld.js';

const ADDRESS = 'https://directory.example/v1/programs/0b7a3a46-2f0e-5a51-9a53-5b4e6f8d0c21';

describe('A program in the words of schema.org', () => {
  it('has what is known, and no point at the center of a ZIP code', () => {
    expect(programInJsonLd(WELL_KNOWN, ADDRESS)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'MedicalClinic',
      '@id': ADDRESS,
      identifier: '0b7a3a46-2f0e-5a51-9a53-5b4e6f8d0c21',
      name: 'Elm Clinic / Evening Program',
      telephone: '203-555-0100',
      url: 'http://www.elm.example/',
      additionalProperty: {
        '@type': 'PropertyValue',
        name: 'url: source and date',
        value: 'survey, 2026-10-24',
      },
      parentOrganization: { '@type': 'Organization', name: 'Elm Recovery Inc' },
      address: {
        '@type': 'PostalAddress',
        streetAddress: '1 Main Street, Floor 2',
        addressLocality: 'New Haven',
        addressRegion: 'CT',
        postalCode: '06511',
        addressCountry: 'US',
      },
      availableService: [
        expect.objectContaining({ '@type': 'MedicalTherapy', name: 'Outpatient' }),
        expect.objectContaining({ '@type': 'MedicalTherapy', name: 'Intensive outpatient' }),
      ],
      openingHoursSpecification: [
        ['https://schema.org/Monday', '05:30:00', '23:59:59'],
        [['https://schema.org/Monday', 'https://schema.org/Wednesday'], '18:00:00', '20:00:00'],
        ['https://schema.org/Sunday', '22:00:00', '23:59:59'],
        ['https://schema.org/Monday', '00:00:00', '06:00:00'],
      ].map(([dayOfWeek, opens, closes]) => ({
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: [dayOfWeek].flat(),
        opens,
        closes,
      })),
      knowsLanguage: ['English', 'Spanish'],
      paymentAccepted: 'Medicaid',
    });
  });

  it('leaves out what is not reported', () => {
    expect(Object.keys(programInJsonLd(outwardProgramOf([]), ADDRESS))).toEqual([
      '@context',
      '@type',
      '@id',
      'identifier',
      'name',
      'parentOrganization',
      'address',
    ]);
  });

  it('has the point of a street address, and says that a fictional one is fictional', () => {
    const program = { ...WELL_KNOWN, coordinatePrecision: 'address' as const, fictional: true };
    expect(programInJsonLd(program, ADDRESS)).toMatchObject({
      geo: { '@type': 'GeoCoordinates', latitude: 41.31727, longitude: -72.926373 },
      disambiguatingDescription: 'Fictional, for demonstration: it cannot be contacted.',
    });
  });
});
