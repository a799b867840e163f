import type { Condition } from '../vocabulary/conditions.js';
import { OPIOID_AGONISTS } from '../vocabulary/medications.js';
import { AnswerPool, subjectOf } from './answer-pool.js';
import {
  type AnswerSheets,
  lovedOneInputs,
  personOfConcern,
  readAnswerSheets,
  reportedConditions,
} from './answer-sheets.js';
import type { Assessment, AssessmentKnowledge, ClientStatement } from './assessment.js';
import type { Inputs } from './expression.js';
import { familyHelp } from './family-help.js';
import { type FoundCondition, findConditions } from './found-conditions.js';
import {
  closedInputs,
  helpfulQuestions,
  inputsSetBy,
  type InterviewState,
  nextQuestion,
  type Question,
} from './interview.js';
import { progressOf } from './interview-progress.js';
import { type NeedQuestionCode, type NeedSoFar, openNeedQuestions } from './need-questions.js';
import {
  confidenceOf,
  type LevelOfCareRecommendation,
  recommendLevelOfCare,
} from './recommend-level-of-care.js';
import { byUrgency, type OpenFlag, raiseFlags, type RaisedFlag, type Subject } from './red-flag.js';
import { scoreAnswers } from './score-answers.js';
import { scoreTotal } from './score-total.js';
import type { Respondent, Screen } from './screen-result.js';

/**
 * From answers to conditions, safety messages, a provisional level of care and the next question. Pure: the same
 * answers and the same knowledge give the same assessment.
 */
export function assess(statement: ClientStatement, knowledge: AssessmentKnowledge): Assessment {
  const { role, respondent } = statement;
  const isFamily = role === 'family';
  const concerned = personOfConcern(statement);
  const pool = new AnswerPool(statement);
  const screens = screensOf(statement, pool);
  const about = screens.filter(({ subject }) => subject === concerned);

  const sheets = readAnswerSheets(statement, pool, screens, knowledge);
  const client = sheets[concerned];
  const flags = flagsOf(sheets, role, knowledge);
  const inputs = recommendationInputs(statement, client.inputs, flags.raised);
  const closed = closedInputs(knowledge.interview, inputs);
  const conditions = findConditions(
    about,
    statement.conditions,
    isFamily ? reportedConditions(client.inputs) : [],
  );
  const levelOfCare = recommend(statement, inputs, conditions, closed, knowledge);
  const state: InterviewState = {
    role,
    respondent,
    // A family member answers for both.
    inputs: isFamily ? { ...sheets.self.inputs, ...inputs } : inputs,
    openFlags: flags.open,
    recommendation: levelOfCare,
    answerTo: (item, condition) => pool.get(item, condition),
    isSkipped: (item, condition) => pool.isSkipped(item, condition),
  };
  // Computed on demand, once: a match does not need them.
  let open: OpenFlag[] | undefined;
  let next: Question | null | undefined;
  const nextOne = () =>
    next === undefined
      ? (next = nextQuestion(knowledge.interview, knowledge.instruments, knowledge.rules, state))
      : next;
  const need = needSoFar(statement, pool, client.get.bind(client));
  return {
    inputs,
    screens,
    conditions,
    raised: flags.raised,
    get open() {
      return (open ??= askable(flags.open, closed, knowledge.instruments, role));
    },
    levelOfCare,
    ...(respondent.age === undefined ? {} : { age: respondent.age }),
    ...opioidMedicationOf(client.get('oud.medication')),
    readiness: readinessOf(client.get.bind(client)),
    family: isFamily ? familyHelp(sheets.self.inputs, lovedOneInputs(sheets), screens) : null,
    contradictions: [...new Set([...sheets.self.contradictions, ...sheets.loved_one.contradictions])],
    get next() {
      return nextOne();
    },
    get helpful() {
      return helpfulQuestions(knowledge.interview, knowledge.instruments, state);
    },
    get needQuestions() {
      return openNeedQuestions(need);
    },
    get progress() {
      return progressOf(knowledge.interview, knowledge.instruments, state, need, nextOne() === null);
    },
  };
}

/** What is known of the need: by fields of the request, or since the interview asked it. */
function needSoFar(
  { role, respondent, need }: ClientStatement,
  pool: AnswerPool,
  get: (name: string) => unknown,
): NeedSoFar {
  const mustWork = get('must_keep_job_or_care') as boolean | undefined;
  return {
    role,
    answered: new Set<NeedQuestionCode>([
      ...(need?.given ?? []),
      ...(respondent.age === undefined ? [] : (['age'] as const)),
      ...(mustWork === undefined ? [] : (['work'] as const)),
    ]),
    skipped: new Set<NeedQuestionCode>([
      ...(need?.skipped ?? []),
      // A question that the client would rather not answer is not asked again under another name.
      ...(pool.isSkipped('age', undefined) ? (['age'] as const) : []),
      ...(pool.isSkipped('work', undefined) ? (['work'] as const) : []),
    ]),
    keepsWorking: need?.cannotLeaveWork ?? mustWork,
  };
}

function screensOf(statement: ClientStatement, pool: AnswerPool): Screen[] {
  // Age and sex are those of the loved one: a family member's own screens are read without them.
  const respondentFor = (subject: Subject): Respondent =>
    statement.role === 'family' && subject === 'self' ? {} : statement.respondent;
  return [
    ...pool.answered().map(([instrument, answers, subject, condition]) => ({
      ...scoreAnswers(instrument, answers, respondentFor(subject), condition),
      subject,
    })),
    ...statement.totals.map(({ instrument, scale, value, condition }) => {
      const subject = subjectOf(instrument, statement.role);
      return { ...scoreTotal(instrument, { scale, value, condition }, respondentFor(subject)), subject };
    }),
  ];
}

/** Red flags of everyone the answers are about, most urgent first. */
function flagsOf(
  sheets: AnswerSheets,
  role: ClientStatement['role'],
  { flags }: AssessmentKnowledge,
): { raised: RaisedFlag[]; open: OpenFlag[] } {
  const own = raiseFlags(flags, sheets.self.inputs, 'self');
  const found = role === 'self' ? [own] : [raiseFlags(flags, lovedOneInputs(sheets), 'loved_one'), own];
  return {
    raised: found.flatMap((one) => one.raised).sort(byUrgency),
    open: found.flatMap((one) => one.open),
  };
}

/** The inputs of the level-of-care rules: the answers about the person of concern, and what the red flags add. */
function recommendationInputs(
  { role, risks }: ClientStatement,
  answers: Inputs,
  raised: readonly RaisedFlag[],
): Inputs {
  return {
    ...answers,
    ...(role === 'family' ? { subject: 'loved_one_absent', 'family.asks': true } : { subject: 'self' }),
    'flags.emergency': raised.some(({ level }) => level === 'emergency') || risks['flags.emergency'] === true,
    'flags.high': raised.some(({ level }) => level !== 'caution') || risks['flags.high'] === true,
    'sev.known': answers['sev.known'] ?? false,
    'wd.answers_known': answers['wd.answers_known'] ?? false,
  };
}

function recommend(
  statement: ClientStatement,
  inputs: Inputs,
  conditions: readonly FoundCondition[],
  closed: ReadonlySet<string>,
  { rules }: AssessmentKnowledge,
): LevelOfCareRecommendation {
  const found = recommendLevelOfCare(rules, inputs, personOfConcern(statement));
  // An absent loved one cannot answer, so none of their answers is missing.
  const missing = statement.role === 'family' ? [] : found.missing.filter((name) => !closed.has(name));
  return {
    ...found,
    offers: found.offers.filter((offer) => isForOneOf(offer, conditions)),
    missing,
    confidence: confidenceOf(inputs, missing),
  };
}

const MEDICATION_FOR: Readonly<Record<string, Condition>> = {
  'alcohol-medication': 'alcohol',
  'opioid-medication': 'opioid',
};

/** The rules offer medication for alcohol and opioids together; only what fits a condition is passed on. */
function isForOneOf(offer: string, conditions: readonly FoundCondition[]): boolean {
  const condition = MEDICATION_FOR[offer];
  return condition === undefined || conditions.some((one) => one.condition === condition);
}

/** Open flags, without the inputs that no one can be asked about or that a negative short screen made unnecessary. */
function askable(
  open: readonly OpenFlag[],
  closed: ReadonlySet<string>,
  instruments: Instruments,
  role: ClientStatement['role'],
): OpenFlag[] {
  const asked = askedInputs(instruments, role);
  return open.flatMap((flag) => {
    const inputs = flag.inputs.filter((name) => asked.has(name) && !closed.has(name));
    return inputs.length > 0 ? [{ ...flag, inputs }] : [];
  });
}

type Instruments = AssessmentKnowledge['instruments'];

/** Instruments never change after they are read. */
const inputsAsked = new WeakMap<Instruments, Partial<Record<ClientStatement['role'], ReadonlySet<string>>>>();

/** Inputs that at least one instrument asks for. */
function askedInputs(instruments: Instruments, role: ClientStatement['role']): ReadonlySet<string> {
  let ofRoles = inputsAsked.get(instruments);
  if (!ofRoles) inputsAsked.set(instruments, (ofRoles = {}));
  return (ofRoles[role] ??= new Set(
    [...instruments.values()]
      .filter(({ domain }) => role === 'family' || domain !== 'family')
      .flatMap(({ items }) => items.flatMap(inputsSetBy)),
  ));
}

function opioidMedicationOf(answer: unknown): Pick<Assessment, 'opioidMedication'> {
  const opioidMedication = OPIOID_AGONISTS.find((code) => code === answer);
  return opioidMedication ? { opioidMedication } : {};
}

function readinessOf(get: (name: string) => unknown): Assessment['readiness'] {
  return Object.fromEntries(
    (['importance', 'confidence', 'readiness'] as const).flatMap((ruler) => {
      const value = get(`ready.${ruler}`);
      return typeof value === 'number' ? [[ruler, value]] : [];
    }),
  );
}
