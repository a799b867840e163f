import { assess, match } from '../service/api.js';
import type { Store } from '../service/store.js';

/** Asks again for what is shown, as after a change of language. The step stays the same. */
export async function refresh(store: Store): Promise<void> {
  const { screen, need } = store.moment.value;
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
}
