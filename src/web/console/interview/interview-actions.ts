import { assess } from '../../service/api.js';
import type { Asker, Store } from '../../service/store.js';
import { look } from '../list/list-actions.js';
import { nextOf, withAnswers, withNeed, withField } from './answering.js';

/** Begins with the first question. `careLanguage`: the language of care, if it is known already. */
export function begin(store: Store, asker: Asker, careLanguage: string): Promise<void> {
  store.asker.value = asker;
  return ask(store, firstNeed(asker, careLanguage));
}

/** Goes to the list without a question. */
export function beginWithList(store: Store, asker: Asker, careLanguage: string): Promise<void> {
  store.asker.value = asker;
  return look(store, firstNeed(asker, careLanguage));
}

function firstNeed(asker: Asker, careLanguage: string) {
  const role = asker === 'family' ? withField({}, 'client.role', 'family') : {};
  const owner = asker === 'family' ? 'lovedOne' : 'client';
  return careLanguage === '' ? role : withField(role, `${owner}.languages`, [careLanguage]);
}

/** Asks what comes next; the list, once nothing does. */
export function ask(store: Store, need = store.moment.value.need): Promise<void> {
  return store.requests.send(
    (call) => assess(call, need),
    (assessed) => {
      const given = {};
      if (nextOf(assessed, given, need)) store.move({ screen: 'interview', need, assessed, given });
      else void look(store, need);
    },
  );
}

/** Takes the answer to what is asked, `undefined` if the client would rather not say, and goes on. */
export function answer(store: Store, value: unknown): void {
  const { need, assessed, given } = store.moment.value;
  const asked = assessed && nextOf(assessed, given, need);
  if (!asked) return;
  if (asked.kind === 'need') {
    void ask(store, withNeed(need, asked.question, value));
    return;
  }
  const all = { ...given, [asked.item.id]: value };
  const after = nextOf({ ...assessed, needQuestions: [] }, all, need);
  if (after) store.move({ given: all });
  else void ask(store, withAnswers(need, asked.question, all));
}

/** Goes to the list with what is known; answers to a question that is not at its end count. */
export function showOptions(store: Store): Promise<void> {
  const { need, assessed, given } = store.moment.value;
  const hasAnswers = assessed?.next && Object.keys(given).length > 0;
  return look(store, hasAnswers ? withAnswers(need, assessed.next!, given) : need);
}
