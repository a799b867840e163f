import type { ResolvedFacts } from '../../core/directory/resolved-facts.js';
import { weeklyTimesOf } from '../../core/directory/weekly-times.js';
import { originText } from './hsds-attributes.js';
import { partIdOf } from './hsds-ids.js';

/** An HSDS schedule: times of every week, local to the place. */
export interface HsdsSchedule {
  readonly id: string;
  readonly service_id: string;
  readonly freq: 'WEEKLY';
  readonly interval: 1;
  /** Days of RFC 5545, by commas: `MO,WE`. */
  readonly byday: string;
  /** HH:MM:SS. */
  readonly opens_at: string;
  readonly closes_at: string;
  readonly description: string;
  readonly notes: string;
}

/** How each kind of times is described; a reader of ours knows it by that. */
export const SCHEDULE_SENTENCES = {
  sessions: 'A session: one is there through the whole of it.',
  visitHours: 'Hours in which one may come.',
} as const;

/** The known times of a program; one row for all days with the same times. */
export function schedulesOf(programId: string, { values, origins }: ResolvedFacts): HsdsSchedule[] {
  return (Object.keys(SCHEDULE_SENTENCES) as (keyof typeof SCHEDULE_SENTENCES)[]).flatMap((kind) => {
    const known = values[kind];
    if (!known) return [];
    return weeklyTimesOf(known.value).map(({ days, opens, closes }): HsdsSchedule => ({
      id: partIdOf(programId, kind, opens, closes),
      service_id: programId,
      freq: 'WEEKLY',
      interval: 1,
      byday: days.map((day) => day.toUpperCase()).join(','),
      opens_at: opens,
      closes_at: closes,
      description: SCHEDULE_SENTENCES[kind],
      notes: originText(origins[known.origin]!),
    }));
  });
}
