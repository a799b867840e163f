import type { Registry } from '../../evidence/strength.js';
import type { Knowledge } from '../constraint.js';
import type { AnswersByClass } from './answers.js';
import type { ProgramColumns } from './program-columns.js';

/** Questions kept for each rule; the one that was asked longest ago gives way. */
const MOST_QUESTIONS = 32;

type Questions = Map<string, AnswersByClass<unknown>>;

const kept = new WeakMap<ProgramColumns, WeakMap<Registry, Map<string, Questions>>>();

/**
 * The answers of a rule to a question that is put in words of the vocabularies alone, such as "takes Medicaid": facts
 * of the directory, and worked out once for whoever asks the same, as long as programs, registry and policy are the
 * same. A number, a time or a place of a client is in no such question, and no two questions are kept together, so that
 * nothing tells of a client.
 */
export function sharedAnswers<Answer>(
  columns: ProgramColumns,
  { registry, policy }: Knowledge,
  rule: string,
  words: string,
  make: () => AnswersByClass<Answer>,
): AnswersByClass<Answer> {
  let ofRegistry = kept.get(columns);
  if (!ofRegistry) kept.set(columns, (ofRegistry = new WeakMap()));
  let ofRules = ofRegistry.get(registry);
  if (!ofRules) ofRegistry.set(registry, (ofRules = new Map<string, Questions>()));
  const name = `${rule} ${policy.version}`;
  let questions = ofRules.get(name);
  if (!questions) ofRules.set(name, (questions = new Map()));

  const answers = (questions.get(words) as AnswersByClass<Answer> | undefined) ?? make();
  questions.delete(words);
  questions.set(words, answers);
  if (questions.size > MOST_QUESTIONS) questions.delete(questions.keys().next().value!);
  return answers.fit();
}
