import { NeedRequest } from '../assessments/need-request.dto.js';
import { CalendarDate, Uuids, YesNo } from '../http/validation/value.decorators.js';

/** A need, and what was chosen. Nothing of it is stored. */
export class PlanRequest extends NeedRequest {
  /** The programs that were chosen, in the order in which they are to be called. */
  @Uuids({ optional: true, min: 1, max: 5 })
  programIds?: string[];

  /** Also what the coach says, asks and avoids. If omitted, only the copy of the person or the family. */
  @YesNo({ optional: true })
  forCoach?: boolean;

  /** The day on which the plan starts; the contacts are counted from it. If omitted, they have no dates. */
  @CalendarDate({ optional: true })
  startsOn?: string;

  /** The whole plan, because the person asks for it: also where they are not ready yet. */
  @YesNo({ optional: true })
  whole?: boolean;
}
