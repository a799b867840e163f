import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Heading } from '../../design/heading.js';
import { useStore } from '../../service/store.js';
import { coachWords } from '../../words/coach-words.js';
import { SafetyNotes } from '../safety/safety-notes.js';
import { localToday, remakePlan } from './plan-actions.js';
import { PlanView } from './plan-view.js';

/** A plan for what was chosen: on the screen, and on paper without the coach's part. */
export function PlanScreen(): JSX.Element | null {
  const store = useStore();
  const [namesOnPaper, setNamesOnPaper] = useState(false);
  const language = store.language.value;
  const c = coachWords(language);
  const { planned, planWish } = store.moment.value;
  if (!planned) return null;
  const { plan } = planned;
  return (
    <section>
      <div class="screen">
        <button type="button" class="link" onClick={() => history.back()}>
          {c.backToList}
        </button>
        <Heading>{c.plan}</Heading>
        <SafetyNotes />
        {plan === null && <p class="note">{c.noPlan}</p>}
        {plan !== null && (
          <>
            <div class="row">
              <label>
                {c.startsOn}{' '}
                <input
                  type="date"
                  autocomplete="off"
                  value={planWish?.startsOn ?? localToday()}
                  onChange={({ currentTarget: { value } }) =>
                    value !== '' && void remakePlan(store, { startsOn: value })
                  }
                />
              </label>
              <button type="button" class="primary" onClick={() => print()}>
                {c.print}
              </button>
            </div>
            {plan.leftOut.length > 0 && (
              <p class="row">
                {c.laterParts}
                <button
                  type="button"
                  class="second"
                  disabled={store.requests.busy.value}
                  onClick={() => void remakePlan(store, { whole: true })}
                >
                  {c.wholePlan}
                </button>
              </p>
            )}
            <label class="pick">
              <input
                type="checkbox"
                autocomplete="off"
                checked={namesOnPaper}
                onChange={() => setNamesOnPaper(!namesOnPaper)}
              />
              {c.namesOnPaper}
            </label>
            <p class="hint">{c.namesOnPaperHint}</p>
          </>
        )}
      </div>
      {plan !== null && (
        <PlanView
          plan={plan}
          words={store.words.value}
          coachWords={c}
          language={language}
          namesOnPaper={namesOnPaper}
        />
      )}
    </section>
  );
}
