import type { Attendance, MeetingAudience } from '../../core/vocabulary/meetings.js';
import type { Weekday } from '../../core/vocabulary/services.js';

/** A meeting of mutual help, each week at the same time. It never has the name or the telephone of a person. */
export interface Meeting {
  /** Stable within its list. */
  readonly slug: string;
  readonly name: string;
  readonly day: Weekday;
  /** HH:MM, local to the meeting. */
  readonly starts: string;
  /** `null` if not known. One before the start is of the next day. */
  readonly ends: string | null;
  /** IANA name. */
  readonly timeZone: string;
  readonly attendance: Attendance;
  /** Whether people who are not members may come; `null` if not known. */
  readonly open: boolean | null;
  readonly audiences: readonly MeetingAudience[];
  /** BCP 47 tags; empty if not known. */
  readonly languages: readonly string[];
  /** `null` if not known. */
  readonly wheelchair: boolean | null;
  readonly place: string | null;
  readonly address: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  /** Degrees, WGS 84. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Where one takes part online. */
  readonly url: string | null;
}

/** A meeting as it is stored, with the resource and the day of its list. */
export interface ListedMeeting extends Meeting {
  readonly id: string;
  /** Id of the resource: `na`. */
  readonly resource: string;
  /** YYYY-MM-DD */
  readonly asOf: string;
}
