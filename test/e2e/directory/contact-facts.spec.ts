import { randomUUID } from 'node:crypto';
import type { ProgramIntake } from '../../../src/directory/program-intake.js';
import { daysAgo, today } from '../../support/days.js';
import { answerTo, trackOf } from '../../support/match-answers.js';
import { program, surveyRecord } from '../../support/program-intakes.js';
import { type Person, WholeService } from '../../support/whole-service.js';

const ADDRESS = '1 Main Street, New Haven, CT 06511';
const DOOR = { latitude: 41.3001, longitude: -72.9201, precision: 'address', address: ADDRESS } as const;
const CENTER = { latitude: 41.31727, longitude: -72.926373, precision: 'postal-code' } as const;

let service: WholeService;
let editor: Person;
let source: string;
beforeAll(async () => {
  service = await WholeService.open();
  editor = await service.person('Eve Editor', 'directory-editor');
});
afterAll(() => service.close());
beforeEach(() => {
  source = `survey${randomUUID()}`;
});

/** A program of a survey, and what a list of 2021 says of its door. */
function listed(changes: Partial<ProgramIntake['location']> = {}, more: Partial<ProgramIntake> = {}) {
  const made = program(source, {});
  return {
    ...made,
    phone: '203-555-0100',
    location: { ...made.location, coordinates: CENTER, ...changes },
    records: [
      surveyRecord({ conditions: { yes: ['alcohol'] } }, { source }),
      surveyRecord(
        { website: 'www.harbor.example', phone: '203-555-0999', coordinates: DOOR },
        { source: `${source}-list`, asOf: '2021-04-01' },
      ),
    ] as const,
    ...more,
  };
}
const idOf = async (name = source) => {
  const [row] = await service.dataSource.query<{ id: string }[]>('SELECT id FROM program WHERE name = $1', [
    name,
  ]);
  return row!.id;
};
const read = async (id: string) => (await service.get(`/v1/programs/${id}`)).body;

describe('Telephone, web site and door of a program', () => {
  it('are facts with their sources: shown in details, in lists and in matches, with the day of each', async () => {
    await service.store(source, [listed()]);
    const id = await idOf();
    const shown = {
      phone: '203-555-0100',
      phoneOrigin: { source, asOf: daysAgo(30), standing: 'self-reported', freshness: 'fresh' },
      website: 'www.harbor.example',
      websiteOrigin: {
        source: `${source}-list`,
        asOf: '2021-04-01',
        standing: 'self-reported',
        freshness: 'stale',
      },
      location: {
        latitude: 41.3001,
        longitude: -72.9201,
        coordinatePrecision: 'address',
        coordinateOrigin: { source: `${source}-list`, asOf: '2021-04-01' },
      },
    };
    const detail = await read(id);
    expect(detail).toMatchObject({
      ...shown,
      facts: { values: { coordinates: { value: DOOR }, website: { value: 'www.harbor.example' } } },
    });
    const { programs } = (await service.get(`/v1/programs?q=${source}`)).body;
    expect(programs[0]).toMatchObject(shown);
    const near = (await service.get(`/v1/programs?q=${source}&near=41.3001,-72.9201&radiusKm=1`)).body;
    expect(near.programs.map((one: { distanceMeters: number }) => one.distanceMeters)).toEqual([0]);
    const need = { assessment: { conditions: [{ condition: 'alcohol' as const }] }, limit: 100 };
    const line = trackOf(await answerTo(service, need), 'treatment').matches.find(
      (match) => match.program.id === id,
    );
    expect(line!.program).toMatchObject(shown);
    const linked = await service.get(`/v1/programs/${id}`).set('accept', 'application/ld+json');
    expect(JSON.parse(linked.text)).toMatchObject({
      url: 'http://www.harbor.example/',
      additionalProperty: { value: `${source}-list, 2021-04-01` },
      geo: { latitude: 41.3001 },
    });
  });

  it('are lost with the source that states them; the center of the ZIP code stays', async () => {
    await service.store(source, [listed()]);
    await service.store(source, [listed({}, { records: [listed().records[0]] })]);
    expect(await read(await idOf())).toMatchObject({
      website: null,
      location: { latitude: CENTER.latitude, coordinatePrecision: 'postal-code' },
    });
  });

  it.each([
    ['moves', { street1: '2 Elm Street' }],
    ['hides its street', { street1: undefined }],
  ])('keep no door when the program %s; its web site stays', async (_, place) => {
    await service.store(source, [listed()]);
    await service.store(source, [listed({ key: `${source} 2`, ...place })]);
    const { website, location, facts } = await read(await idOf());
    expect([website, location.coordinatePrecision]).toEqual(['www.harbor.example', 'postal-code']);
    expect(facts.unknown).toContain('coordinates');
  });

  it('are those of a neighbor too where they are of the door: it changes with it', async () => {
    const neighbor = {
      ...program(`${source} neighbor`, {}),
      organization: listed().organization,
      location: listed().location,
    };
    await service.store(source, [neighbor, listed({}, { records: [listed().records[0]] })]);
    const id = await idOf(neighbor.name);
    const before = await read(id);
    await service.store(source, [neighbor, listed()]);
    const after = await read(id);
    expect(after.location).toMatchObject({ latitude: DOOR.latitude, coordinatePrecision: 'address' });
    expect(after.version).toBe(before.version + 1);
    expect(after.website).toBeNull();
  });

  it('are statements of an editor who corrects them, and hidden by null', async () => {
    await service.store(source, [listed()]);
    const id = await idOf();
    const edit = async (patch: object) =>
      editor
        .patch(`/v1/programs/${id}`, patch)
        .set('if-match', (await service.get(`/v1/programs/${id}`)).headers['etag']!);
    expect((await edit({ website: 'https://new.example', phone: null })).body).toMatchObject({
      phone: null,
      website: 'https://new.example',
      websiteOrigin: { source: 'correction', standing: 'verified', asOf: today, by: 'Eve Editor' },
    });
    await service.store(source, [listed({}, { phone: '203-555-0777' })]);
    const kept = await read(id);
    expect([kept.phone, kept.website]).toEqual([null, 'https://new.example']);
    expect((await edit({ phone: '203-555-0888', website: null })).body).toMatchObject({
      phone: '203-555-0888',
      phoneOrigin: { source: 'correction' },
      website: null,
    });
    const { body } = await edit({ facts: { phone: null } });
    expect(body).toMatchObject({ phone: '203-555-0777', phoneOrigin: { source } });
  });
});
