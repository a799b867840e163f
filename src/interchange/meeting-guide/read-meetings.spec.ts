import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithShared } from '../../../test/support/shared-material.js';
import { projectFolder } from '../../config/project-folder.js';
import { readMeetingTypes } from './meeting-types.js';
import { readMeetings } from './read-meetings.js';

const NA = readMeetingTypes(join(projectFolder, 'seed-data/meetings/na.yaml'));
const DAY = '2026-11-30';
const MEETING = {
  name: 'Open Door',
  slug: 'open-door-1',
  day: 2,
  time: '18:30',
  end_time: '19:30',
  types: ['O', 'WC', 'St'],
  location: 'Grace Hall',
  address: '1 Main Street',
  city: 'New Haven',
  state: 'CT',
  postal_code: '06511',
  latitude: 41.3,
  longitude: -72.9,
  timezone: 'America/New_York',
};
const read = (...rows: readonly unknown[]) => readMeetings(rows, NA, DAY);
const one = (changes: object) => read({ ...MEETING, ...changes });

describe('A meeting of the Meeting Guide', () => {
  it('has a day, times, a place, and what its types say', () => {
    expect(read(MEETING)).toEqual({
      codes: 3,
      issues: [],
      meetings: [
        {
          slug: 'open-door-1',
          name: 'Open Door',
          day: 'tu',
          starts: '18:30',
          ends: '19:30',
          timeZone: 'America/New_York',
          attendance: 'in-person',
          open: true,
          audiences: [],
          languages: [],
          wheelchair: true,
          place: 'Grace Hall',
          address: '1 Main Street',
          city: 'New Haven',
          state: 'CT',
          postalCode: '06511',
          latitude: 41.3,
          longitude: -72.9,
          url: null,
        },
      ],
    });
  });

  it.each([
    ['of no name', { name: ' ' }, 'missing-value', 'name'],
    ['of no slug', { slug: undefined }, 'missing-value', 'slug'],
    ['of day 7', { day: 7 }, 'malformed-date', 'day'],
    ['of a day in words', { day: 'Tuesday' }, 'malformed-date', 'day'],
    ['at half past six', { time: '6:30 pm' }, 'malformed-date', 'time'],
    ['of a zone that there is not', { timezone: 'America/Gotham' }, 'unknown-time-zone', 'timezone'],
    ['with a name that is a list', { name: ['a'] }, 'unreadable-text', 'name'],
    ['at a place that is closed for now', { types: ['TC'] }, 'not-in-force', 'types'],
  ])('%s is skipped, and the fault is named', (_what, changes, kind, field) => {
    const { meetings, issues } = one(changes);
    expect(meetings).toEqual([]);
    expect(issues).toEqual([expect.objectContaining({ row: 1, kind, field })]);
  });

  it.each([
    [{ timezone: undefined }, { timeZone: 'America/New_York' }],
    [{ day: 0 }, { day: 'su' }],
    [{ conference_url: 'https://meet.example/1' }, { attendance: 'hybrid' }],
    [{ conference_url: 'https://meet.example/1', address: undefined }, { attendance: 'online' }],
    [{ conference_url: 'https://meet.example/1', types: ['TC'] }, { attendance: 'online' }],
    [{ types: ['O', 'C'] }, { open: null }],
    [{ types: ['ES', 'W'] }, { languages: ['es'], audiences: ['women'], open: null, wheelchair: null }],
  ])('with %j has %j', (changes, expected) => {
    expect(one(changes).meetings).toEqual([expect.objectContaining(expected)]);
  });

  it('keeps no name, telephone or address of a person', () => {
    const { meetings } = one({
      contact_1_name: 'Ann Persona',
      contact_1_phone: '203-555-0100',
      contact_1_email: 'ann@example.org',
      notes: 'Ask for Ann',
      conference_phone: '+12035550100',
    });
    expect(JSON.stringify(meetings)).not.toMatch(/ann|5550100|555-0100/i);
  });

  it('states nothing by a type that the mapping file does not have', () => {
    expect(one({ types: ['XYZ'] }).issues).toEqual([
      expect.objectContaining({ kind: 'unknown-code', field: 'types', value: 'XYZ' }),
    ]);
  });

  it('is in its list once', () => {
    expect(read(MEETING, MEETING).issues).toEqual([
      expect.objectContaining({ row: 2, kind: 'duplicate-row' }),
    ]);
  });
});

describeWithShared(
  'Meetings of Narcotics Anonymous in New York',
  'data/na-meetings-ny/meetings.json',
  (path) => {
    it('are read whole: 1,120 of 1,513 begin at 17:00 or later', () => {
      const { meetings, issues } = readMeetings(JSON.parse(readFileSync(path, 'utf8')) as unknown[], NA, DAY);
      expect({
        issues,
        meetings: meetings.length,
        late: meetings.filter(({ starts }) => starts >= '17:00').length,
      }).toEqual({
        issues: [],
        meetings: 1513,
        late: 1120,
      });
    });
  },
);
