import { compare } from '../../service/api.js';
import type { Store } from '../../service/store.js';

/** Sets the chosen places side by side. */
export function compareChosen(store: Store): Promise<void> {
  const { need } = store.moment.value;
  return store.requests.send(
    (call) => compare(call, need, store.compared.value),
    (comparison) => store.move({ screen: 'compare', comparison }),
  );
}
