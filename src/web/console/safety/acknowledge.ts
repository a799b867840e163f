import type { Need } from '../../service/api.js';
import type { Store } from '../../service/store.js';
import { look } from '../list/list-actions.js';

/** Goes on after what cannot wait was read. A list that was held is asked for again; a question is there already. */
export async function acknowledge(store: Store): Promise<void> {
  const messages = store.urgent.value;
  const { screen, need } = store.moment.value;
  const tokens = messages.flatMap(({ token }) => token ?? []);
  const acknowledged = withTokens(need, tokens);
  if (screen === 'list') {
    await look(store, acknowledged);
    return;
  }
  store.read.value = [...store.read.value, ...messages.map(({ id }) => id)];
  store.amend({ need: acknowledged });
}

/** The body that says which messages were shown. */
export function withTokens(need: Need, tokens: readonly string[]): Need {
  if (tokens.length === 0) return need;
  const { acknowledged = [], ...rest } = need.assessment ?? {};
  return { ...need, assessment: { ...rest, acknowledged: [...new Set([...acknowledged, ...tokens])] } };
}
