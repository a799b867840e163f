import { STATES } from '../../core/vocabulary/places.js';
import { type Weekday, WEEKDAYS } from '../../core/vocabulary/services.js';
import { START_TIME } from '../../core/vocabulary/time-of-day.js';
import type { Meeting } from '../../evidence/meetings/meeting.js';
import { timeZoneAt, timeZoneFrom } from '../../directory/time-zones.js';
import { isJsonObject } from '../import-run/read-json-file.js';
import { type NumberedIssue, type RowIssue, rowIssue } from '../import-run/row-issue.js';
import { fiveDigits, isReadableText, tidy } from '../import-run/written-text.js';
import { type MeetingTypes, type TypeMeaning } from './meeting-types.js';

/** Meetings of a list, what could not be read, and how many codes of types there are. */
export interface ReadMeetings {
  readonly meetings: readonly Meeting[];
  readonly issues: readonly NumberedIssue[];
  readonly codes: number;
}

const LONGEST = 200;
/** The Meeting Guide counts from Sunday. */
const DAYS: readonly Weekday[] = ['su', ...WEEKDAYS.slice(0, 6)];

/**
 * Reads meetings of the Meeting Guide. A row needs name, slug, day, time and a time zone, or it is skipped; the others are
 * kept. Fields about persons (contacts, telephones, notes) are never read.
 *
 * @param today YYYY-MM-DD
 */
export function readMeetings(rows: readonly unknown[], { types }: MeetingTypes, today: string): ReadMeetings {
  const issues: NumberedIssue[] = [];
  const meetings: Meeting[] = [];
  const known = new Map<string, number>();
  let codes = 0;
  rows.forEach((value, at) => {
    const row = at + 1;
    const found: RowIssue[] = [];
    const read = readMeeting(value, types, today, found);
    codes += read.codes;
    const { meeting } = read;
    const twin = meeting && known.get(meeting.slug);
    if (twin !== undefined)
      found.push(
        rowIssue(
          'duplicate-row',
          'slug',
          meeting!.slug,
          `Row ${twin} has the same slug. The row is skipped.`,
        ),
      );
    else if (meeting) {
      known.set(meeting.slug, row);
      meetings.push(meeting);
    }
    issues.push(...found.map((issue) => ({ row, ...issue })));
  });
  return { meetings, issues, codes };
}

function readMeeting(
  value: unknown,
  types: MeetingTypes['types'],
  today: string,
  issues: RowIssue[],
): { readonly meeting?: Meeting; readonly codes: number } {
  const skip = (issue: RowIssue) => {
    issues.push(issue);
    return { codes: 0 };
  };
  if (!isJsonObject(value))
    return skip(
      rowIssue(
        'unreadable-text',
        'row',
        JSON.stringify(value) ?? '',
        'A meeting is an object. The row is skipped.',
      ),
    );
  const flaw = TEXTS.map((field) => flawOfText(field, value[field])).find((one) => one !== undefined);
  if (flaw) return skip(flaw);
  const text = (field: (typeof TEXTS)[number]) =>
    tidy(typeof value[field] === 'string' ? value[field] : '') || null;
  const [name, slug, starts] = [text('name'), text('slug'), text('time')];
  const missing = (['name', 'slug', 'time'] as const).find((field) => text(field) === null);
  if (missing !== undefined || name === null || slug === null || starts === null)
    return skip(rowIssue('missing-value', missing ?? 'name', '', `${missing} is empty. The row is skipped.`));
  const day = typeof value['day'] === 'number' ? DAYS[value['day']] : undefined;
  if (day === undefined)
    return skip(
      rowIssue(
        'malformed-date',
        'day',
        JSON.stringify(value['day']) ?? '',
        'day is a number from 0, Sunday, to 6. The row is skipped.',
      ),
    );
  if (!START_TIME.test(starts))
    return skip(
      rowIssue(
        'malformed-date',
        'time',
        starts,
        'time is HH:MM in 24 hours, such as 18:30. The row is skipped.',
      ),
    );
  const place = coordinatesOf(value, issues);
  const timeZone = text('timezone') ?? (place ? (timeZoneAt(place.latitude, place.longitude) ?? null) : null);
  if (timeZone === null || timeZoneFrom(timeZone, today) === undefined)
    return skip(
      rowIssue(
        'unknown-time-zone',
        'timezone',
        timeZone ?? '',
        'Without a time zone of the tz database, such as America/New_York, the time is not known. The row is skipped.',
      ),
    );
  const meanings = meaningsOf(value['types'], types, issues);
  const url = urlOf(text('conference_url'), issues);
  const isClosed = meanings.stated.some(({ placeClosed }) => placeClosed);
  if (isClosed && url === null)
    return skip(
      rowIssue(
        'not-in-force',
        'types',
        '',
        'The place is closed for now, and no address online is given. The row is skipped.',
      ),
    );
  const ends = text('end_time');
  if (ends !== null && !START_TIME.test(ends))
    issues.push(
      rowIssue('malformed-date', 'end_time', ends, 'end_time is HH:MM in 24 hours. It is left out.'),
    );
  const address = text('formatted_address') ?? text('address');
  const attendance = isClosed
    ? 'online'
    : (meanings.stated.find((one) => one.attendance)?.attendance ??
      (url === null ? 'in-person' : address === null ? 'online' : 'hybrid'));
  const state = text('state')?.toUpperCase() ?? null;
  return {
    meeting: {
      slug,
      name,
      day,
      starts,
      ends: ends !== null && START_TIME.test(ends) ? ends : null,
      timeZone,
      attendance,
      open: agreed(meanings.stated.map(({ open }) => open)),
      audiences: unique(meanings.stated.flatMap(({ audiences = [] }) => audiences)),
      languages: unique(meanings.stated.flatMap(({ languages = [] }) => languages)),
      wheelchair: agreed(meanings.stated.map(({ wheelchair }) => wheelchair)),
      place: text('location'),
      address,
      city: text('city'),
      state: (STATES as readonly string[]).includes(state ?? '') ? state : null,
      postalCode: fiveDigits(text('postal_code') ?? '') ?? null,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      url,
    },
    codes: meanings.codes,
  };
}

/** The texts that are read; all others are left where they are. */
const TEXTS = [
  'name',
  'slug',
  'time',
  'end_time',
  'timezone',
  'location',
  'formatted_address',
  'address',
  'city',
  'state',
  'postal_code',
  'conference_url',
] as const;

function flawOfText(field: string, value: unknown): RowIssue | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || !isReadableText(value))
    return rowIssue(
      'unreadable-text',
      field,
      JSON.stringify(value),
      `${field} is not a text. The row is skipped.`,
    );
  if (value.length > LONGEST)
    return rowIssue(
      'text-too-long',
      field,
      value,
      `${field} has ${value.length} characters; ${LONGEST} is the maximum. The row is skipped.`,
    );
  return undefined;
}

function coordinatesOf(
  { latitude, longitude }: Readonly<Record<string, unknown>>,
  issues: RowIssue[],
): { readonly latitude: number; readonly longitude: number } | undefined {
  if ((latitude ?? null) === null && (longitude ?? null) === null) return undefined;
  const [north, east] = [Number(latitude), Number(longitude)];
  if (Math.abs(north) <= 90 && Math.abs(east) <= 180 && north !== 0 && east !== 0)
    return { latitude: north, longitude: east };
  const written = JSON.stringify([latitude, longitude]);
  issues.push(
    rowIssue('misplaced-coordinates', 'latitude', written, 'These are no degrees. They are left out.'),
  );
  return undefined;
}

/** Only a page that a browser opens safely. */
function urlOf(text: string | null, issues: RowIssue[]): string | null {
  if (text === null) return null;
  if (URL.canParse(text) && /^https:$/.test(new URL(text).protocol)) return new URL(text).href;
  issues.push(
    rowIssue(
      'malformed-web-address',
      'conference_url',
      text,
      'conference_url does not begin with https://. It is left out.',
    ),
  );
  return null;
}

function meaningsOf(
  written: unknown,
  types: MeetingTypes['types'],
  issues: RowIssue[],
): { readonly stated: readonly TypeMeaning[]; readonly codes: number } {
  const codes: readonly unknown[] = Array.isArray(written) ? written : [];
  if (!Array.isArray(written) && written !== undefined && written !== null)
    issues.push(
      rowIssue(
        'unknown-code',
        'types',
        JSON.stringify(written),
        'types is a list of codes. It states nothing.',
      ),
    );
  const stated = codes.flatMap((code): TypeMeaning[] => {
    const meaning = typeof code === 'string' && Object.hasOwn(types, code) ? types[code] : undefined;
    if (meaning === undefined)
      issues.push(
        rowIssue(
          'unknown-code',
          'types',
          typeof code === 'string' ? code : JSON.stringify(code),
          'The mapping file does not say what this type means. It states nothing; the meeting is imported.',
        ),
      );
    return meaning === undefined || meaning === 'nothing' ? [] : [meaning];
  });
  return { stated, codes: codes.length };
}

/** What is said, if all who say something agree. */
function agreed(said: readonly (boolean | undefined)[]): boolean | null {
  const known = new Set(said.filter((one) => one !== undefined));
  return known.size === 1 ? [...known][0]! : null;
}

function unique<T extends string>(all: readonly T[]): T[] {
  return [...new Set(all)].sort();
}
