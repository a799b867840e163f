import { readSeedFile, seedCheck } from '../../config/seed-file.js';
import { LANGUAGE_TAG_FORM } from '../../core/vocabulary/language-tags.js';
import {
  ATTENDANCES,
  type Attendance,
  MEETING_AUDIENCES,
  type MeetingAudience,
} from '../../core/vocabulary/meetings.js';
import { usableMap } from '../import-run/usable-map.js';

/** What a code of a list says of its meeting. */
export interface TypeMeaning {
  readonly open?: boolean;
  readonly audiences?: readonly MeetingAudience[];
  readonly languages?: readonly string[];
  readonly wheelchair?: boolean;
  readonly attendance?: Attendance;
  /** The place is closed for now: one can take part online, or not at all. */
  readonly placeClosed?: true;
}

/** What the codes of a fellowship mean. A code of `nothing` says nothing in our words. */
export interface MeetingTypes {
  readonly types: Readonly<Record<string, TypeMeaning | 'nothing'>>;
}

const some = (items: object) => ({ type: 'array', minItems: 1, uniqueItems: true, items });

const fits = seedCheck<MeetingTypes>({
  type: 'object',
  additionalProperties: false,
  required: ['types'],
  properties: {
    types: {
      type: 'object',
      additionalProperties: {
        anyOf: [
          { type: 'string', enum: ['nothing'] },
          {
            type: 'object',
            additionalProperties: false,
            minProperties: 1,
            properties: {
              open: { type: 'boolean' },
              audiences: some({ type: 'string', enum: MEETING_AUDIENCES }),
              languages: some({ type: 'string', pattern: LANGUAGE_TAG_FORM }),
              wheelchair: { type: 'boolean' },
              attendance: { type: 'string', enum: ATTENDANCES },
              placeClosed: { type: 'boolean', enum: [true] },
            },
          },
        ],
      },
    },
  },
});

/** Reads a mapping file of types. Throws `ImportRefused` that names the file, the field and the fix. */
export function readMeetingTypes(file: string): MeetingTypes {
  return usableMap(file, () => readSeedFile(file, fits));
}
