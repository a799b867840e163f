import { daysAgo } from '../../support/days.js';
import { NEW_HAVEN, program, surveyRecord } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

const UUID = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const MOMENT = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);

/** Three sources describe it: an old survey, the provider in writing, and a caller. */
const HARBOR = {
  ...program(
    'Harbor Recovery',
    {
      levelsOfCare: { yes: ['op'] },
      payers: { yes: ['medicaid'], no: ['private'], maybe: ['tribal'] },
      medications: { buprenorphine: 'continues', methadone: 'refuses' },
      services: { yes: ['recovery-coach'] },
      slidingFee: true,
      waitDays: 3,
    },
    NEW_HAVEN,
    [
      surveyRecord(
        {
          payers: { yes: ['private'] },
          medications: { buprenorphine: 'starts' },
          languages: { yes: ['en', 'es'], complete: true },
          approaches: { yes: ['cbt', 'an-approach-nobody-knows'] },
        },
        { source: 'survey-provider', standing: 'attested', asOf: daysAgo(10) },
      ),
      surveyRecord({ waitDays: 21 }, { source: 'survey-call', standing: 'confirmed', asOf: daysAgo(2) }),
    ],
  ),
  nameDetail: 'Long Wharf',
  phone: '203-555-0100',
  intakePhones: ['203-555-0101'],
  website: 'https://harbor.example',
};
const [surveyed, ...others] = HARBOR.records;
const HARBOR_WITH_WORDS = {
  ...HARBOR,
  records: [
    {
      ...surveyed,
      asOf: daysAgo(400),
      verbatim: { name1: 'HARBOR  RECOVERY', service_code_info: 'OP * MD' },
    },
    ...others,
  ] as const,
};
const CLOSED = program('Closed Clinic', { levelsOfCare: { yes: ['iop'] } });
const SILENT = program('Silent House', {});

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
  await service.store('survey', [HARBOR_WITH_WORDS, CLOSED, SILENT]);
});
afterAll(() => service.close());

async function idOf(name: string): Promise<string> {
  const rows: { id: string }[] = await service.dataSource.query('SELECT id FROM program WHERE name = $1', [
    name,
  ]);
  return rows[0]?.id ?? `no program ${name}`;
}

async function detail(name: string): Promise<Record<string, unknown>> {
  const response = await service.get(`/v1/programs/${await idOf(name)}`);
  expect(response.status).toBe(200);
  return response.body as Record<string, unknown>;
}

const SURVEY = { source: 'survey', asOf: daysAgo(400), standing: 'self-reported', freshness: 'ageing' };
const PROVIDER = { source: 'survey-provider', asOf: daysAgo(10), standing: 'attested', freshness: 'fresh' };
const CALL = { source: 'survey-call', asOf: daysAgo(2), standing: 'confirmed', freshness: 'fresh' };

describe('GET /v1/programs/{id}', () => {
  it('describes a program, and how reliable its best record is', async () => {
    const { facts: _facts, claims: _claims, records: _records, ...rest } = await detail('Harbor Recovery');
    expect(rest).toEqual({
      id: UUID,
      name: 'Harbor Recovery',
      nameDetail: 'Long Wharf',
      fictional: false,
      organization: { id: UUID, name: 'Harbor Recovery Inc' },
      location: {
        street1: '1 Main Street',
        street2: null,
        city: 'New Haven',
        state: 'CT',
        postalCode: '06511',
        latitude: 41.31727,
        longitude: -72.926373,
        coordinatePrecision: 'address',
        coordinateOrigin: { source: 'survey', asOf: daysAgo(400) },
        timeZone: null,
      },
      phone: '203-555-0100',
      intakePhones: ['203-555-0101'],
      website: 'https://harbor.example',
      phoneOrigin: SURVEY,
      websiteOrigin: SURVEY,
      levelsOfCare: ['op'],
      overlays: [],
      modalities: [],
      medications: { starts: ['buprenorphine'], continues: [], refuses: ['methadone'] },
      payers: ['medicaid', 'private'],
      approaches: expect.arrayContaining(['buprenorphine', 'cbt', 'recovery-coaching']),
      record: PROVIDER,
      status: 'published',
      version: 1,
      createdAt: MOMENT,
      updatedAt: MOMENT,
      verifiedOn: null,
    });
  });

  it('has each fact with its source and date, the most reliable source first', async () => {
    const { facts } = await detail('Harbor Recovery');
    expect(facts).toMatchObject({
      lists: {
        levelsOfCare: { codes: [{ code: 'op', stance: 'yes', ...SURVEY }], complete: null },
        payers: {
          codes: [
            { code: 'medicaid', stance: 'yes', ...SURVEY },
            { code: 'private', stance: 'yes', ...PROVIDER },
            { code: 'tribal', stance: 'maybe', ...SURVEY },
          ],
          complete: null,
        },
        languages: {
          codes: [
            { code: 'en', stance: 'yes', ...PROVIDER },
            { code: 'es', stance: 'yes', ...PROVIDER },
          ],
          complete: PROVIDER,
        },
        services: { codes: [{ code: 'recovery-coach', stance: 'yes', ...SURVEY }], complete: null },
      },
      values: { slidingFee: { value: true, ...SURVEY }, waitDays: { value: 21, ...CALL } },
      medications: [
        { medication: 'methadone', stance: 'refuses', ...SURVEY },
        { medication: 'buprenorphine', stance: 'starts', ...PROVIDER },
      ],
    });
  });

  it('lists a fact past its shelf life as expired, with the date', async () => {
    const { facts } = (await detail('Harbor Recovery')) as { facts: { expired: unknown } };
    expect(facts.expired).toEqual([{ fact: 'waitDays', staleSince: daysAgo(400 - 15), ...SURVEY }]);
  });

  it('lists every fact that was not reported', async () => {
    const { facts } = (await detail('Harbor Recovery')) as { facts: { unknown: string[] } };
    expect(facts.unknown).toEqual([
      'conditions',
      'overlays',
      'withdrawalSettings',
      'withdrawalSubstances',
      'medicationAccess',
      'funding',
      'ageGroups',
      'genders',
      'populations',
      'modalities',
      'telehealthStates',
      'accessibility',
      'goals',
      'accreditations',
      'answeredLists',
      'licenses',
      'opioidTreatmentProgram',
      'paymentAssistance',
      'prices',
      'interpreterOnCall',
      'onlyPopulations',
      'whollyByTelehealth',
      'sessions',
      'visitHours',
      'sameDayStart',
      'coOccurringCare',
      'pregnancyCare',
      'faithBased',
      'licences',
      'capacity',
      'npi',
      'ownership',
      'openToOthers',
      'smoking',
      'vaping',
    ]);
  });

  it('has each approach of the registry that it claims, and who says so', async () => {
    const { claims } = await detail('Harbor Recovery');
    expect(claims).toEqual([
      {
        approach: 'buprenorphine',
        name: expect.stringMatching(/^Buprenorphine/),
        provenance: 'attested',
        source: 'survey-provider',
        asOf: daysAgo(10),
      },
      {
        approach: 'cbt',
        name: expect.stringMatching(/^Cognitive/),
        provenance: 'attested',
        source: 'survey-provider',
        asOf: daysAgo(10),
      },
      {
        approach: 'recovery-coaching',
        name: expect.any(String),
        provenance: 'self-reported',
        source: 'survey',
        asOf: daysAgo(400),
      },
    ]);
    for (const { approach } of claims as { approach: string }[])
      expect((await service.get(`/v1/approaches/${approach}`)).status).toBe(200);
  });

  it('keeps the record of each source, verbatim, newest first', async () => {
    const { records } = await detail('Harbor Recovery');
    expect(records).toEqual([
      { ...CALL, facts: { waitDays: 21 }, verbatim: {} },
      { ...PROVIDER, facts: HARBOR.records.at(1)?.facts, verbatim: {} },
      {
        ...SURVEY,
        // Contacts and the door are facts of the record as well.
        facts: {
          ...HARBOR.records[0].facts,
          phone: HARBOR.phone,
          website: HARBOR.website,
          coordinates: { ...HARBOR.location.coordinates, address: '1 Main Street, New Haven, CT 06511' },
        },
        verbatim: { name1: 'HARBOR  RECOVERY', service_code_info: 'OP * MD' },
      },
    ]);
  });

  it('invents nothing about a program of which nothing is known', async () => {
    expect(await detail('Silent House')).toMatchObject({
      levelsOfCare: [],
      medications: { starts: [], continues: [], refuses: [] },
      payers: [],
      approaches: [],
      claims: [],
      facts: {
        lists: {},
        values: {},
        medications: [],
        expired: [],
        unknown: expect.arrayContaining([
          'conditions',
          'levelsOfCare',
          'payers',
          'medications',
          'approaches',
        ]),
      },
    });
  });

  it('still answers for a program that was withdrawn, and says so', async () => {
    const before = await detail('Closed Clinic');
    await service.store('survey', [HARBOR_WITH_WORDS, SILENT]);
    const after = await detail('Closed Clinic');
    expect(after).toEqual({ ...before, status: 'withdrawn', version: 2, updatedAt: MOMENT });
    const list = await service.get('/v1/programs');
    expect(list.body).toMatchObject({ total: 2 });
  });

  it('can be cached and validated, and changes its tag when the program changes', async () => {
    const path = `/v1/programs/${await idOf('Silent House')}`;
    const first = await service.get(path);
    expect(first.headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=600');
    const tag = first.headers['etag'] ?? 'none';
    expect((await service.get(path).set('if-none-match', tag)).status).toBe(304);
    await service.store('survey', [HARBOR_WITH_WORDS, { ...SILENT, phone: '203-555-0199' }]);
    const changed = await service.get(path).set('if-none-match', tag);
    expect([changed.status, changed.body]).toEqual([
      200,
      expect.objectContaining({ phone: '203-555-0199', version: 2 }),
    ]);
  });

  it('accepts an id in upper case', async () => {
    const id = await idOf('Harbor Recovery');
    expect((await service.get(`/v1/programs/${id.toUpperCase()}`)).body).toMatchObject({ id });
  });

  it('says so when there is no such program', async () => {
    const response = await service.get('/v1/programs/00000000-0000-4000-8000-000000000000');
    expect(response.status).toBe(404);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.body).toMatchObject({
      type: 'urn:treatment-navigator:problem:not-found',
      detail: 'There is no program 00000000-0000-4000-8000-000000000000.',
    });
  });

  it.each(['42', 'harbor-recovery', '00000000-0000-4000-8000-00000000000g', "'; DROP TABLE program; --"])(
    'names an id that is no UUID: %s',
    async (id) => {
      const response = await service.get(`/v1/programs/${encodeURIComponent(id)}`);
      expect(response.status).toBe(400);
      expect(response.body).toMatchObject({ errors: [{ parameter: 'id', message: 'must be a UUID' }] });
    },
  );
});
