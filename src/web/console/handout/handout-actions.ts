import { explain } from '../../service/api.js';
import { makePlan, type Plan } from '../../service/coach-api.js';
import type { Store } from '../../service/store.js';
import type { Language } from '../../words/words.js';
import { localToday } from '../plan/plan-actions.js';
import { type HandoutSource, MOST_PLACES } from './handout-text.js';

/** What of a handout has to be asked for. */
export interface HandoutParts {
  readonly language: Language;
  /** The places of the shortlist in that language; undefined where it is that of the page. */
  readonly sources?: readonly HandoutSource[];
  /** Undefined if it is not wished, or held. */
  readonly plan?: Plan;
}

/** Asks for the places in another language as the service words them, and for a plan. Neither is kept anywhere. */
export function askForParts(
  store: Store,
  { language, withPlan }: { readonly language: Language; readonly withPlan: boolean },
  use: (parts: HandoutParts) => void,
): Promise<void> {
  const { need } = store.moment.value;
  const isOwn = language === store.language.value;
  const ids = store.shortlist.value.slice(0, MOST_PLACES).map(({ program }) => program.id);
  return store.requests.send(async ({ signal }): Promise<HandoutParts> => {
    const call = { language, signal };
    const wish = { programIds: ids, forCoach: false, startsOn: localToday(), whole: false };
    const [sources, planned] = await Promise.all([
      isOwn ? undefined : Promise.all(ids.map((id) => explain(call, need, id))),
      withPlan ? makePlan(call, need, wish) : undefined,
    ]);
    return { language, ...(sources && { sources }), ...(planned?.plan && { plan: planned.plan }) };
  }, use);
}
