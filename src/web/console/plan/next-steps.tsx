import type { JSX } from 'preact';
import { useStore } from '../../service/store.js';
import { coachWords } from '../../words/coach-words.js';
import { openCalls } from '../calls/call-actions.js';
import { openPlan } from './plan-actions.js';

/** What follows a list: a plan for what was chosen, and for a coach the call sheet. */
export function NextSteps(): JSX.Element {
  const store = useStore();
  const c = coachWords(store.language.value);
  const isBusy = store.requests.busy.value;
  const isCoach = store.asker.value === 'coach';
  return (
    <div class="row">
      <button type="button" class="second" disabled={isBusy} onClick={() => void openPlan(store)}>
        {c.makePlan}
      </button>
      {isCoach && store.shortlist.value.length > 0 && (
        <button type="button" class="second" disabled={isBusy} onClick={() => void openCalls(store)}>
          {c.afterTheCall}
        </button>
      )}
    </div>
  );
}
