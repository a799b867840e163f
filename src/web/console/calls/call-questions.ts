import type { Match } from '../../service/api.js';

/** A question to a place, and the facts that its answer settles. */
export interface CallQuestion {
  readonly ask: string;
  readonly observe: readonly string[];
}

/** What to ask on the phone: first what the place has to fit, safety before all; then what would make its score surer. */
export function callQuestions({ constraints, criteria }: Pick<Match, 'constraints' | 'criteria'>): {
  readonly first: readonly CallQuestion[];
  readonly more: readonly CallQuestion[];
} {
  const open = constraints.filter(({ verdict }) => verdict === 'unknown');
  const first = [...open.filter(({ safety }) => safety), ...open.filter(({ safety }) => !safety)];
  const parts = criteria.flatMap(({ components = [], signs = [] }) => [...components, ...signs]);
  const firstQuestions = eachOnce(first);
  const asked = new Set(firstQuestions.map(({ ask }) => ask));
  return { first: firstQuestions, more: eachOnce(parts).filter(({ ask }) => !asked.has(ask)) };
}

/** Two problems may be asked about in the same words. */
function eachOnce(
  parts: readonly { readonly ask?: string | undefined; readonly observe?: readonly string[] | undefined }[],
): readonly CallQuestion[] {
  const questions = new Map<string, CallQuestion>();
  for (const { ask, observe = [] } of parts)
    if (ask !== undefined)
      questions.set(ask, {
        ask,
        observe: [...new Set([...(questions.get(ask)?.observe ?? []), ...observe])],
      });
  return [...questions.values()];
}
