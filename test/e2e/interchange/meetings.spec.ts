import { join } from 'node:path';
import { projectFolder } from '../../../src/config/project-folder.js';
import {
  importMeetings,
  type MeetingImport,
} from '../../../src/interchange/meeting-guide/import-meetings.js';
import { daysAgo, today } from '../../support/days.js';
import { withFile } from '../../support/samhsa/facility-files.js';
import { WholeService } from '../../support/whole-service.js';

const PLACE = {
  city: 'New Haven',
  state: 'CT',
  postal_code: '06511',
  latitude: 41.31,
  longitude: -72.92,
  timezone: 'America/New_York',
};
const MEETINGS = [
  { ...PLACE, slug: 'noon', name: 'Noon', day: 2, time: '12:00', types: ['O'], address: '1 Main Street' },
  {
    ...PLACE,
    slug: 'evening',
    name: 'Evening',
    day: 2,
    time: '18:30',
    end_time: '19:30',
    types: ['O', 'WC'],
    address: '1 Main Street',
  },
  {
    ...PLACE,
    slug: 'hartford',
    name: 'Far',
    day: 2,
    time: '19:00',
    types: [],
    address: '1 Elm Street',
    latitude: 41.76,
    longitude: -72.68,
  },
  {
    slug: 'online',
    name: 'Online',
    day: 2,
    time: '17:45',
    types: [],
    conference_url: 'https://meet.example/1',
    timezone: 'America/Chicago',
  },
  { slug: 'broken', name: 'Broken', day: 9, time: '17:45' },
];

interface Found {
  readonly name: string;
  readonly starts: string;
  readonly distanceMeters: number | null;
}

describe('Meetings of mutual help', () => {
  let service: WholeService;
  beforeAll(async () => {
    service = await WholeService.open();
  });
  afterAll(() => service.close());

  const imported = (rows: readonly object[], wish: Partial<MeetingImport> = {}) =>
    withFile('meetings.json', JSON.stringify(rows), (path) =>
      importMeetings(service.dataSource, {
        file: { path, name: 'meetings.json' },
        fellowship: 'na',
        map: join(projectFolder, 'seed-data/meetings/na.yaml'),
        edition: today,
        ...wish,
      }),
    );
  const found = async (query: string) => {
    const { body, headers } = await service
      .get(`/v1/resources?kind=mutual-help&near=06511${query}`)
      .expect(200);
    expect(headers['cache-control']).toBe('no-store');
    return (body as { meetings: Found[] }).meetings;
  };
  const names = async (query: string) => (await found(query)).map(({ name, starts }) => `${name} ${starts}`);

  it('are imported but for a broken row, and answer: something tonight, after work', async () => {
    expect(await imported(MEETINGS)).toMatchObject({
      rows: 5,
      meetings: 4,
      issues: { 'malformed-date': 1 },
      written: true,
    });
    // A quarter to six in Chicago is a quarter to seven in New Haven.
    expect(await names('&day=tu&after=17:00')).toEqual(['Evening 18:30', 'Online 18:45']);
    expect(await names('&day=tu&after=17:00&radiusKm=80')).toEqual([
      'Evening 18:30',
      'Online 18:45',
      'Far 19:00',
    ]);
    expect(await names('&day=we')).toEqual([]);
    expect(await found('&day=tu&after=18:40')).toEqual([
      expect.objectContaining({
        resource: 'na',
        attendance: 'online',
        url: 'https://meet.example/1',
        distanceMeters: null,
        asOf: today,
        local: { day: 'tu', starts: '17:45', ends: null, timeZone: 'America/Chicago' },
      }),
    ]);
  });

  it('stay out of an answer about other resources', async () => {
    const { body } = await service.get('/v1/resources?kind=helpline&near=06511').expect(200);
    expect(body).toMatchObject({ meetings: [], meetingsTotal: 0 });
    expect((await service.get('/v1/resources').expect(200)).body).not.toHaveProperty('meetings');
  });

  it('write nothing the second time, and stop where most of a list is gone', async () => {
    expect(await imported(MEETINGS)).toMatchObject({ written: false, brakes: [] });
    const cut = await imported(MEETINGS.slice(0, 1));
    expect(cut).toMatchObject({ written: false, removed: 3 });
    expect(cut.brakes.map(({ kind }) => kind)).toEqual(['withdrawn', 'rows']);
    expect(await names('&day=tu')).toHaveLength(3);
  });

  it('are not shown of a list that is older than sessions count', async () => {
    const old = { list: 'old', edition: daysAgo(200) };
    expect(await imported([{ ...MEETINGS[0], slug: 'old', name: 'Old' }], old)).toMatchObject({
      written: true,
    });
    expect(await names('&day=tu')).not.toContain('Old 12:00');
  });

  it.each([
    ['&day=tuesday', 400],
    ['&after=5pm', 400],
  ])('are refused to a query with %s', async (query, status) => {
    await service.get(`/v1/resources?near=06511${query}`).expect(status);
  });

  it('need a ZIP code that is known', async () => {
    await service.get('/v1/resources?day=tu').expect(422);
    await service.get('/v1/resources?near=00000').expect(422);
  });

  it('are refused for a fellowship that is none of the resources', async () => {
    await expect(imported(MEETINGS, { fellowship: 'chess' })).rejects.toThrow(
      'There is no fellowship "chess"',
    );
  });
});
