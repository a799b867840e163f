import { assess, compare, explain, match } from '../service/api.js';
import { remakePlan } from './plan/plan-actions.js';
import type { Store } from '../service/store.js';

/** Asks again for what is shown, as after a change of language. The step stays the same. */
export async function refresh(store: Store): Promise<void> {
  const { screen, need, comparison, whyNot } = store.moment.value;
  if (screen === 'interview')
    await store.requests.send(
      (call) => assess(call, need),
      (assessed) => store.amend({ assessed }),
    );
  if (screen === 'list')
    await store.requests.send(
      (call) => match(call, need),
      (answer) => store.amend({ answer }),
    );
  if (screen === 'compare' && comparison)
    await store.requests.send(
      (call) =>
        compare(
          call,
          need,
          comparison.programs.map(({ program }) => program.id),
        ),
      (again) => store.amend({ comparison: again }),
    );
  if (screen === 'why-not' && whyNot)
    await store.requests.send(
      (call) => explain(call, need, whyNot.program.id),
      (again) => store.amend({ whyNot: again }),
    );
  if (screen === 'plan') await remakePlan(store);
}
