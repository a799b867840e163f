import { join } from 'node:path';
import { parse } from 'yaml';
import { outwardProgramOf, surveyed, WELL_KNOWN } from '../../../test/support/outward-program.js';
import { withFile } from '../../../test/support/samhsa/facility-files.js';
import { describeWithShared } from '../../../test/support/shared-material.js';
import { projectFolder } from '../../config/project-folder.js';
import { fullService } from '../hsds/hsds-service.js';
import { TermBook } from '../hsds/term-book.js';
import type { ReadRow, SourceFile } from '../import-run/import-source.js';
import { openHsdsFile } from './hsds-file.js';

const DAY = '2026-11-30';
const OURS = join(projectFolder, 'seed-data/hsds/treatment-navigator.yaml');
const terms = new TermBook([]);
const opened = (content: string, map = OURS): Promise<SourceFile> =>
  withFile('services.json', content, (path) => openHsdsFile({ path, name: 'services.json' }, DAY, map));
const openedByMap = (services: readonly object[], yaml: string): Promise<SourceFile> =>
  withFile('partner.yaml', yaml, (map) => opened(JSON.stringify(services), map));
const rowsOf = async (...services: readonly object[]): Promise<ReadRow[]> => [
  ...(await opened(JSON.stringify({ contents: services }))).readRows(),
];
const service = JSON.parse(JSON.stringify(fullService(WELL_KNOWN, terms))) as Record<string, unknown>;
const bare = JSON.parse(JSON.stringify(fullService(outwardProgramOf([]), terms))) as Record<string, unknown>;
const attribute = (taxonomy: string, code: string, value?: string) => ({
  id: service['id'],
  value,
  taxonomy_term: { id: service['id'], code, name: code, description: '', taxonomy },
});

describe('A service of HSDS', () => {
  it('of ours is the program that it was made from, with the day and the standing of each fact', async () => {
    const [row] = await rowsOf(service);
    expect(row!.issues).toEqual([]);
    const { name, nameDetail, phone, intakePhones, location, records } = row!.intake!;
    expect({ name, nameDetail, phone, intakePhones, location }).toEqual({
      name: 'Elm Clinic',
      nameDetail: 'Evening Program',
      phone: '203-555-0100',
      intakePhones: ['203-555-0101 x12'],
      location: expect.objectContaining({
        street1: '1 Main Street',
        street2: 'Floor 2',
        coordinates: { latitude: 41.31727, longitude: -72.926373, precision: 'postal-code' },
      }),
    });
    const [main, ...others] = records;
    expect(main).toMatchObject({ source: 'navigator', facts: {} });
    expect(others.map(({ asOf, standing, by }) => ({ asOf, standing, by }))).toEqual([
      { asOf: '2026-10-24', standing: 'self-reported', by: undefined },
      { asOf: '2026-11-20', standing: 'self-reported', by: 'a coach' },
    ]);
    expect(others[0]!.facts).toMatchObject({
      conditions: { yes: ['alcohol', 'opioid'], no: ['nicotine'], maybe: ['cannabis'] },
      medications: { buprenorphine: 'starts', methadone: 'refuses' },
      onlyPopulations: ['veterans'],
      faithBased: false,
      capacity: { unit: 'clients', maximum: 60 },
      licences: [{ number: 'SU-0417', authority: 'Department of Public Health', expires: '2027-10-31' }],
      npi: ['1234567893'],
    });
    expect(others[1]!.facts).toEqual({
      sessions: [
        { day: 'mo', from: '18:00', to: '20:00' },
        { day: 'we', from: '18:00', to: '20:00' },
        { day: 'su', from: '22:00', to: '06:00' },
      ],
      visitHours: [{ day: 'mo', from: '05:30', to: '24:00' }],
      waitDays: 7,
      prices: [{ amount: 1250, currency: 'USD', per: 'session' }],
    });
  });

  it('that the schemas refuse is skipped, each fault with its pointer, and the others are kept', async () => {
    const [bad, good] = await rowsOf(
      { ...bare, status: 'open', cost_options: [{ id: bare['id'], amount: '12.50' }], name: undefined },
      { ...bare, id: 'ac148810-d857-441c-9679-408f346de14b' },
    );
    expect(bad!.intake).toBeUndefined();
    expect(bad!.issues.map(({ kind, field }) => [kind, field])).toEqual(
      expect.arrayContaining([
        ['not-by-schema', '/status'],
        ['not-by-schema', '/cost_options/0/amount'],
        ['not-by-schema', '/name'],
      ]),
    );
    expect(good!.intake!.name).toBe('Elm Clinic');
  });

  it.each([
    ['that is not active', { status: 'defunct' }, 'not-in-force', '/status'],
    ['without an address', { service_at_locations: [] }, 'missing-value', '/service_at_locations'],
  ])('%s is skipped', async (_what, change, kind, field) => {
    const [row] = await rowsOf({ ...bare, ...change });
    expect(row!.intake).toBeUndefined();
    expect(row!.issues).toEqual([expect.objectContaining({ kind, field })]);
  });

  it('states nothing by a term that nobody has decided, and the mapping file gets that term', async () => {
    const file = await openedByMap(
      [
        {
          ...bare,
          attributes: [
            attribute('Kind of help', 'Day program'),
            attribute('Kind of help', 'Choir'),
            attribute('Who', 'Women', 'no'),
            attribute('Who', 'Women', 'on Mondays'),
          ],
        },
      ],
      '# Ours.\nsource: partner\nstanding: attested\ntaxonomies:\n  Kind of help:\n    Day program: {levelsOfCare: {yes: [php]}}\n  Who:\n    Women: {genders: {yes: [woman]}}\n',
    );
    const [row] = file.readRows();
    expect(row!.intake!.records[0]).toMatchObject({
      source: 'partner',
      standing: 'attested',
      facts: { levelsOfCare: { yes: ['php'] }, genders: { no: ['woman'] } },
    });
    expect(row!.issues.map(({ kind, field, value }) => [kind, field, value])).toEqual([
      ['unknown-code', '/attributes/1', 'Kind of help: Choir'],
      ['unknown-code', '/attributes/3', 'on Mondays'],
    ]);
    expect(file.mapDraft).toMatchObject({ undecided: 1, added: 1 });
    expect(file.mapDraft!.text).toMatch(/^# Ours\./);
    expect(parse(file.mapDraft!.text)).toMatchObject({
      taxonomies: {
        'Kind of help': { 'Day program': { levelsOfCare: { yes: ['php'] } }, Choir: 'undecided' },
      },
    });
  });

  it('without a mapping file begins one that is named as the source', async () => {
    const file = await opened(
      JSON.stringify([{ ...bare, attributes: [attribute('Topic', 'Help')] }]),
      '/nowhere/county-2.yaml',
    );
    expect(parse(file.mapDraft!.text)).toEqual({
      source: 'county2',
      standing: 'self-reported',
      taxonomies: { Topic: { Help: 'undecided' } },
    });
  });

  it.each([
    [
      'a place of ours under another name',
      'taxonomies: {Topics: same-codes}',
      /Topics: same-codes is for taxonomies/,
    ],
    ['a source with a hyphen', 'source: a-b', /source: must match pattern/],
    ['a fact that there is not', 'taxonomies: {A: {b: {moods: {yes: [good]}}}}', /taxonomies\/A\/b/],
  ])('refuses a mapping file with %s', async (_what, line, sentence) => {
    const yaml = `standing: attested\n${line.startsWith('source') ? '' : 'source: partner\n'}${line}\n`;
    await expect(openedByMap([bare], yaml)).rejects.toThrow(sentence);
  });

  it('is at each of its addresses a program of its own', async () => {
    const [place] = bare['service_at_locations'] as { location: object }[];
    const other = { ...place, location: { ...place!.location, id: 'ac148810-d857-441c-9679-408f346de14b' } };
    const rows = await rowsOf({ ...bare, service_at_locations: [place, other] });
    expect(new Set(rows.map(({ intake }) => intake!.key)).size).toBe(2);
    expect(rows.map(({ row }) => row)).toEqual([1, 1]);
  });

  it('that has sessions of some weeks alone states no times', async () => {
    const yaml = 'source: partner\nstanding: attested\nschedules: visitHours\n';
    const weekly = {
      id: bare['id'],
      freq: 'WEEKLY',
      byday: 'MO,TU',
      opens_at: '09:00:00',
      closes_at: '17:00:00',
    };
    const monthly = { ...weekly, freq: 'MONTHLY', byday: '1MO' };
    const [plain, rare] = await Promise.all(
      [[weekly], [weekly, monthly]].map(async (schedules) => [
        ...(await openedByMap([{ ...bare, schedules }], yaml)).readRows(),
      ]),
    );
    const hours = ['mo', 'tu'].map((day) => ({ day, from: '09:00', to: '17:00' }));
    expect(plain![0]!.intake!.records[0].facts).toEqual({ visitHours: hours });
    expect(rare![0]!.issues).toEqual([
      expect.objectContaining({ kind: 'unusable-schedule', field: '/schedules/1' }),
    ]);
  });

  it('never takes a person: contacts and addresses of mail stay where they are', async () => {
    const [row] = await rowsOf({
      ...bare,
      email: 'ann@elm.example',
      contacts: [{ id: bare['id'], name: 'Ann Persona', email: 'ann@elm.example' }],
    });
    expect(JSON.stringify(row!.intake)).not.toMatch(/ann/i);
  });

  it.each([
    ['[{"a": 1}]', 'services.json has no services of HSDS'],
    ['{"contents": [', 'services.json is not JSON'],
  ])('is not %s', async (content, sentence) => {
    await expect(opened(content)).rejects.toThrow(sentence);
  });

  it('that is refused by no schema and stated by nobody is a program with every fact unknown', async () => {
    const [row] = await rowsOf(
      JSON.parse(JSON.stringify(fullService(outwardProgramOf([surveyed({})]), terms))) as object,
    );
    expect(row!.intake!.records).toHaveLength(1);
  });
});

describeWithShared('The official example of HSDS', 'data/hsds-3.1/examples/service_full.json', (path) => {
  it('is refused for its state, which is none of the United States, and by no schema', async () => {
    const file = await openHsdsFile({ path, name: 'service_full.json' }, DAY, OURS);
    expect([...file.readRows()].flatMap(({ issues }) => issues).map(({ kind }) => kind)).toEqual([
      'unknown-state',
    ]);
  });
});
