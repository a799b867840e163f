import { makePlan } from '../../service/coach-api.js';
import type { Store } from '../../service/store.js';

/** The service takes so many places. */
const MOST_CHOSEN = 5;

/** Today in the place of the reader, YYYY-MM-DD. */
export function localToday(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What the plan on the screen was made for. */
export interface PlanWish {
  readonly startsOn: string;
  readonly whole: boolean;
}

/** Makes a plan for the shortlist and shows it as a new step. */
export function openPlan(store: Store): Promise<void> {
  const wish: PlanWish = { startsOn: localToday(), whole: false };
  return askForPlan(store, wish, (planned) => store.move({ screen: 'plan', planned, planWish: wish }));
}

/** Makes it anew in the same step: for another day, the whole of it, or in another language. */
export function remakePlan(store: Store, change: Partial<PlanWish> = {}): Promise<void> {
  const before = store.moment.value.planWish ?? { startsOn: localToday(), whole: false };
  const wish = { ...before, ...change };
  return askForPlan(store, wish, (planned) => store.amend({ planned, planWish: wish }));
}

/** Asks for a plan for the shortlist, and keeps nothing of it. */
export function askForPlan(
  store: Store,
  wish: PlanWish,
  use: (planned: Awaited<ReturnType<typeof makePlan>>) => void,
): Promise<void> {
  const { need } = store.moment.value;
  const chosen = {
    ...wish,
    programIds: store.shortlist.value.slice(0, MOST_CHOSEN).map(({ program }) => program.id),
    forCoach: store.asker.value === 'coach',
  };
  return store.requests.send((call) => makePlan(call, need, chosen), use);
}
