import type { Registry } from '../../evidence/strength.js';
import type { Knowledge } from '../constraint.js';
import type { ProgramColumns } from './program-columns.js';

/** Questions kept for each rule; the one that was asked longest ago gives way. */
const MOST_QUESTIONS = 64;

/** Answers that make room for classes that came since. */
interface Fitting {
  fit(): this;
}

type Questions = Map<string, Fitting>;

const kept = new WeakMap<ProgramColumns, WeakMap<Registry, Map<string, Questions>>>();

/**
 * The answers of a rule to a question that is put in words of the vocabularies alone, such as "takes Medicaid": facts
 * of the directory, and worked out once for whoever asks the same, as long as programs, registry and policy are the
 * same. A number, a time or a place of a client, but for the state, is in no such question, and no two questions are kept together, so that
 * nothing tells of a client.
 */
export function sharedAnswers<Kept extends Fitting>(
  columns: ProgramColumns,
  { registry, policy }: Knowledge,
  rule: string,
  words: string,
  make: () => Kept,
): Kept {
  let ofRegistry = kept.get(columns);
  if (!ofRegistry) kept.set(columns, (ofRegistry = new WeakMap()));
  let ofRules = ofRegistry.get(registry);
  if (!ofRules) ofRegistry.set(registry, (ofRules = new Map<string, Questions>()));
  const name = `${rule} ${policy.version}`;
  let questions = ofRules.get(name);
  if (!questions) ofRules.set(name, (questions = new Map()));

  const answers = (questions.get(words) as Kept | undefined) ?? make();
  questions.delete(words);
  questions.set(words, answers);
  if (questions.size > MOST_QUESTIONS) questions.delete(questions.keys().next().value!);
  return answers.fit();
}
