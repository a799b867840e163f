import type { Registry } from '../../evidence/strength.js';
import type { Knowledge } from '../rules/constraint.js';
import type { ProgramColumns } from './program-columns.js';

/** Questions kept for each rule; the one that was asked longest ago gives way. */
const MOST_QUESTIONS = 64;

/** Questions of all rules that know their kinds row by row, once they are asked again: each takes a byte a program. */
const MOST_BY_ROW = 64;

/** Answers that make room for classes and rows that came since. */
interface Fitting {
  fit(): this;
  keepRows?(): void;
  forgetRows?(): void;
}

type Questions = Map<string, Fitting>;

/** What is kept for one index: for each registry the questions of each rule, and those that know their rows. */
interface Kept {
  readonly ofRegistries: WeakMap<Registry, Map<string, Questions>>;
  readonly byRow: Set<Fitting>;
}

const kept = new WeakMap<ProgramColumns, Kept>();

/**
 * The answers of a rule to a question that is put in words of the vocabularies alone, such as "takes Medicaid": facts
 * of the directory, and worked out once for whoever asks the same, as long as programs, registry and policy are the
 * same. A number, a time or a place of a client, but for the state, is in no such question, and no two questions are
 * kept together, so that nothing tells of a client.
 */
export function sharedAnswers<Answers extends Fitting>(
  columns: ProgramColumns,
  { registry, policy }: Knowledge,
  rule: string,
  words: string,
  make: () => Answers,
): Answers {
  let ofColumns = kept.get(columns);
  if (!ofColumns) kept.set(columns, (ofColumns = { ofRegistries: new WeakMap(), byRow: new Set() }));
  let ofRules = ofColumns.ofRegistries.get(registry);
  if (!ofRules) ofColumns.ofRegistries.set(registry, (ofRules = new Map<string, Questions>()));
  const name = `${rule} ${policy.version}`;
  let questions = ofRules.get(name);
  if (!questions) ofRules.set(name, (questions = new Map()));

  const known = questions.get(words) as Answers | undefined;
  const answers = known ?? make();
  putLast(questions, words, answers);
  if (known?.keepRows) keepRows(ofColumns.byRow, known);
  return answers.fit();
}

function putLast(questions: Questions, words: string, answers: Fitting): void {
  questions.delete(words);
  questions.set(words, answers);
  if (questions.size > MOST_QUESTIONS) questions.delete(questions.keys().next().value!);
}

function keepRows(byRow: Set<Fitting>, answers: Fitting): void {
  answers.keepRows!();
  byRow.delete(answers);
  byRow.add(answers);
  if (byRow.size <= MOST_BY_ROW) return;
  const [longestAgo] = byRow;
  longestAgo!.forgetRows!();
  byRow.delete(longestAgo!);
}
