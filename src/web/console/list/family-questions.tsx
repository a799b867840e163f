import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { WithBlanks } from '../../design/with-blanks.js';
import type { Plan } from '../../service/coach-api.js';
import { useStore } from '../../service/store.js';
import { askForPlan, localToday } from '../plan/plan-actions.js';

/** What a family asks a place on the phone: a part of the plan, which is asked for once it is opened. */
export function FamilyQuestions(): JSX.Element {
  const store = useStore();
  const [plan, setPlan] = useState<Plan | null>(null);

  function open(): void {
    if (plan === null)
      void askForPlan(store, { startsOn: localToday(), whole: false }, (planned) => setPlan(planned.plan));
  }

  return (
    <details class="note" onToggle={({ currentTarget }) => currentTarget.open && open()}>
      <summary>{store.words.value.askEachPlace}</summary>
      {plan !== null && (
        <>
          <p class="hint">{plan.note}</p>
          <ul>
            {plan.sections
              .filter(({ part }) => part === 'call')
              .flatMap(({ items }) => items)
              .map(({ id, text }) => (
                <li key={id}>
                  <WithBlanks text={text} />
                </li>
              ))}
          </ul>
        </>
      )}
    </details>
  );
}
