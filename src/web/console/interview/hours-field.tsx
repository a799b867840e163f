import type { JSX } from 'preact';
import type { Words } from '../../words/en.js';

export const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type Day = (typeof DAYS)[number];

/** One span of hours on some days, in the client's own time. */
export interface Hours {
  readonly days: readonly Day[];
  /** `HH:MM`, as the field of a browser gives it. */
  readonly from: string;
  readonly to: string;
}

/** What the service assumes if no hours are given. */
export const USUAL_HOURS: Hours = { days: DAYS.slice(0, 5), from: '09:00', to: '17:00' };

/** The list that the API takes; undefined if no day is chosen, or a time is missing. */
export function hoursOf({ days, from, to }: Hours): Hours[] | undefined {
  return days.length > 0 && from !== '' && to !== '' ? [{ days, from, to }] : undefined;
}

export function HoursField(props: {
  readonly hours: Hours;
  readonly words: Words;
  readonly onChange: (hours: Hours) => void;
}): JSX.Element {
  const { hours, words: w, onChange } = props;
  const toggled = (day: Day) => DAYS.filter((one) => hours.days.includes(one) !== (one === day));
  return (
    <fieldset>
      <legend>{w.hoursOnDays}</legend>
      <div class="row">
        {DAYS.map((day) => (
          <label key={day} class="pick">
            <input
              type="checkbox"
              autocomplete="off"
              checked={hours.days.includes(day)}
              onChange={() => onChange({ ...hours, days: toggled(day) })}
            />
            {w.days[day]}
          </label>
        ))}
      </div>
      <div class="row">
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            {end === 'from' ? w.hoursFrom : w.hoursTo}{' '}
            <input
              type="time"
              autocomplete="off"
              value={hours[end]}
              onInput={(event) => onChange({ ...hours, [end]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
