import type { JSX } from 'preact';
import type { Words } from '../words/en.js';

export const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type Day = (typeof DAYS)[number];

/** One span of hours on some days, in local time. */
export interface Hours {
  readonly days: readonly Day[];
  /** `HH:MM`, as the field of a browser gives it. */
  readonly from: string;
  readonly to: string;
}

/** Hours before anything is entered. */
export const NO_HOURS: Hours = { days: [], from: '', to: '' };

/** Whether a day is chosen, and both times. */
export function areWhole({ days, from, to }: Hours): boolean {
  return days.length > 0 && from !== '' && to !== '';
}

/** Days to tick, and two times. */
export function HoursField(props: {
  readonly hours: Hours;
  readonly legend: string;
  readonly words: Words;
  readonly onChange: (hours: Hours) => void;
}): JSX.Element {
  const { hours, legend, words: w, onChange } = props;
  const toggled = (day: Day) => DAYS.filter((one) => hours.days.includes(one) !== (one === day));
  return (
    <fieldset>
      <legend>{legend}</legend>
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
