import { ApiProperty } from '@nestjs/swagger';
import { type Weekday, WEEKDAYS } from '../../core/vocabulary/services.js';
import {
  ATTENDANCES,
  type Attendance,
  MEETING_AUDIENCES,
  type MeetingAudience,
} from '../../core/vocabulary/meetings.js';
import type { FoundMeeting } from './meeting.service.js';

/** A meeting of mutual help: each week at the same time. Lists may be old; ask before you go. */
export class MeetingResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Id of the resource that holds it. */
  @ApiProperty({ example: 'na' })
  resource: string;

  name: string;

  /** Local to the ZIP code that was asked for. */
  @ApiProperty({ enum: WEEKDAYS })
  day: Weekday;

  /** HH:MM, local to the ZIP code that was asked for. */
  @ApiProperty({ example: '18:30' })
  starts: string;

  /** Day, start and end where the meeting is, with its IANA time zone; `ends` is `null` if it is not known. */
  @ApiProperty({
    type: 'object',
    required: ['day', 'starts', 'ends', 'timeZone'],
    properties: {
      day: { type: 'string', enum: [...WEEKDAYS] },
      starts: { type: 'string' },
      ends: { type: 'string', nullable: true },
      timeZone: { type: 'string' },
    },
    example: { day: 'tu', starts: '18:30', ends: '19:30', timeZone: 'America/New_York' },
  })
  local: {
    readonly day: Weekday;
    readonly starts: string;
    readonly ends: string | null;
    readonly timeZone: string;
  };

  @ApiProperty({ enum: ATTENDANCES })
  attendance: Attendance;

  /** Whether people who are not members may come; `null` if that is not known. */
  @ApiProperty({ type: Boolean, nullable: true })
  open: boolean | null;

  /** For whom it is; empty if not reported. */
  @ApiProperty({ enum: MEETING_AUDIENCES, isArray: true })
  audiences: readonly MeetingAudience[];

  /** BCP 47 tags; empty if they are not known. */
  @ApiProperty({ type: String, isArray: true })
  languages: readonly string[];

  @ApiProperty({ type: Boolean, nullable: true })
  wheelchair: boolean | null;

  @ApiProperty({ type: String, nullable: true })
  place: string | null;

  @ApiProperty({ type: String, nullable: true })
  address: string | null;

  @ApiProperty({ type: String, nullable: true })
  city: string | null;

  @ApiProperty({ type: String, nullable: true })
  state: string | null;

  @ApiProperty({ type: String, nullable: true })
  postalCode: string | null;

  /** From the center of the ZIP code; `null` for a meeting that is only online. */
  @ApiProperty({ type: 'integer', minimum: 0, nullable: true })
  distanceMeters: number | null;

  /** Where one takes part online. */
  @ApiProperty({ type: String, format: 'uri', nullable: true })
  url: string | null;

  /** The day of the list that has it. */
  @ApiProperty({ format: 'date' })
  asOf: string;

  static of(meeting: FoundMeeting): MeetingResponse {
    const { id, resource, name, there, day, starts, ends, timeZone } = meeting;
    const { attendance, open, audiences, languages, wheelchair } = meeting;
    const { place, address, city, state, postalCode, distanceMeters, url, asOf } = meeting;
    return {
      id,
      resource,
      name,
      day: there.day,
      starts: there.time,
      local: { day, starts, ends, timeZone },
      attendance,
      open,
      audiences,
      languages,
      wheelchair,
      place,
      address,
      city,
      state,
      postalCode,
      distanceMeters,
      url,
      asOf,
    };
  }
}
