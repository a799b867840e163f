import {
  type Answer,
  type Episode,
  match,
  type Need,
  type Relaxation,
  type Track,
} from '../../service/api.js';
import type { Store } from '../../service/store.js';
import { withField } from '../interview/answering.js';
import { mergePatch } from './merge-patch.js';

/** Looks for places. `changedBy` says in words which one-tap change was made, so that it can be undone. */
export function look(store: Store, need: Need = store.moment.value.need, changedBy?: string): Promise<void> {
  return store.requests.send(
    (call) => match(call, need),
    (answer) => store.move({ screen: 'list', need, answer, ...(changedBy !== undefined && { changedBy }) }),
  );
}

/** Makes one change that the answer offers. */
export function relax(store: Store, { change, label }: Relaxation): Promise<void> {
  return look(store, mergePatch(store.moment.value.need, change), label);
}

/** Leaves a place out from now on, such as one that was tried before. */
export function leaveOut(store: Store, programId: string, label: string): Promise<void> {
  const { need } = store.moment.value;
  const { programs = [] } = need.constraints?.exclude ?? {};
  return look(store, withField(need, 'constraints.exclude.programs', [...programs, programId]), label);
}

/** Says that a place was tried before, and how that ended. */
export function sayTried(
  store: Store,
  { id, name }: { readonly id: string; readonly name: string },
  outcome: Episode['outcome'],
  label: string,
): Promise<void> {
  const { need } = store.moment.value;
  store.triedNames.value = { ...store.triedNames.value, [id]: name };
  const others = (need.history ?? []).filter(({ programId }) => programId !== id);
  return look(store, { ...need, history: [...others, { programId: id, outcome }] }, label);
}

/** Answers a question to the client; `undefined`: would rather not say. */
export function answerClient(store: Store, field: string, value: unknown): Promise<void> {
  return look(store, withField(store.moment.value.need, field, value));
}

/** Adds the next page of a list to those that are shown. */
export function showMore(store: Store, { purpose, nextCursor }: Track): Promise<void> {
  const { need } = store.moment.value;
  return store.requests.send(
    (call) => match(call, { ...need, cursor: nextCursor }),
    (page) => {
      const { answer } = store.moment.value;
      if (answer) store.amend({ answer: withPage(answer, page, purpose) });
    },
  );
}

/** The answer with the matches of another page after its own. */
export function withPage(answer: Answer, page: Answer, purpose: Track['purpose']): Answer {
  const more = page.tracks.find((track) => track.purpose === purpose);
  if (!more) return answer;
  return {
    ...answer,
    // The legend of a page has what its own lines need.
    legend: { ...answer.legend, evidence: [...answer.legend.evidence, ...page.legend.evidence] },
    tracks: answer.tracks.map((track) => {
      if (track.purpose !== purpose) return track;
      const { nextCursor: _, ...rest } = track;
      const matches = [...track.matches, ...more.matches];
      return { ...rest, matches, ...(more.nextCursor !== undefined && { nextCursor: more.nextCursor }) };
    }),
  };
}
