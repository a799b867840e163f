import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Choose } from '../../design/choose.js';
import { Fold } from '../../design/fold.js';
import type { Need } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import { withField } from '../interview/answering.js';

/** What many places hang on and the questions ask too, for those who go to the list without them. */
export function AboutPerson(props: {
  readonly need: Need;
  /** The field of the request that is about them. */
  readonly owner: 'client' | 'lovedOne';
  readonly onChange: (need: Need) => void;
}): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const { need, owner, onChange } = props;
  const person = need[owner] ?? {};
  const id = useId();
  const set = (field: string, value: unknown) => onChange(withField(need, `${owner}.${field}`, value));
  return (
    <Fold summary={owner === 'client' ? w.aboutPerson : w.aboutLovedOne}>
      {() => (
        <div role="group" aria-label={w.aboutPerson}>
          <p>
            <label for={id}>{w.age}</label>
            <input
              id={id}
              class="number"
              inputMode="numeric"
              autocomplete="off"
              value={person.age ?? ''}
              onInput={({ currentTarget: { value } }) =>
                set('age', /^\d{1,3}$/.test(value.trim()) ? Number(value) : undefined)
              }
            />
          </p>
          <Choose
            label={w.pregnant}
            value={person.pregnant === undefined ? '' : String(person.pregnant)}
            none={w.notSaid}
            choices={[
              ['true', w.yes],
              ['false', w.no],
            ]}
            onChange={(value) => set('pregnant', value === '' ? undefined : value === 'true')}
          />
          <Choose
            label={w.militaryService}
            value={person.service ?? ''}
            none={w.notSaid}
            choices={store.codes.value
              .all('militaryService')
              .map(({ code, label }) => [code, label] as const)}
            onChange={(value) => set('service', value === '' ? undefined : value)}
          />
        </div>
      )}
    </Fold>
  );
}
