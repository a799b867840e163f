import { AnswerPool, subjectOf } from './answer-pool.js';
import { inputsOfAnswers, inputsOfScreen, severityInputs } from './inputs-of-answers.js';
import { CONDITIONS, type Condition, type Severity } from '../vocabulary/conditions.js';
import { type FoundCondition, findConditions } from './found-conditions.js';
import type { Inputs } from './expression.js';
import { familyHelp, type FamilyHelp } from './family-help.js';
import type { Implication, InputDefinition } from './input-definition.js';
import { InputSheet } from './input-sheet.js';
import type { Answers, Instrument } from './instrument.js';
import {
  closedInputs,
  helpfulQuestions,
  inputsSetBy,
  type InterviewState,
  type InterviewStep,
  nextQuestion,
  type Question,
} from './interview.js';
import type { LevelOfCareRules } from './level-of-care-rule.js';
import {
  confidenceOf,
  type LevelOfCareRecommendation,
  recommendLevelOfCare,
} from './recommend-level-of-care.js';
import {
  byRank,
  type OpenFlag,
  raiseFlags,
  type RaisedFlag,
  type RedFlag,
  type Subject,
} from './red-flag.js';
import { scoreAnswers } from './score-answers.js';
import { scoreTotal } from './score-total.js';
import type { Respondent, ScreenResult } from './screen-result.js';

/** Everything an assessment goes by. Versioned data. */
export interface AssessmentKnowledge {
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly inputs: ReadonlyMap<string, InputDefinition>;
  readonly implications: readonly Implication[];
  readonly flags: readonly RedFlag[];
  readonly rules: LevelOfCareRules;
  readonly interview: readonly InterviewStep[];
}

/** What a client, or a family member, has told. Nothing of it is kept. */
export interface Told {
  readonly role: 'self' | 'family';
  /** Of the person of concern; for a family member, the loved one. */
  readonly respondent: Respondent;
  readonly responses: readonly {
    readonly instrument: Instrument;
    readonly condition?: Condition;
    readonly answers: Answers;
  }[];
  readonly totals: readonly {
    readonly instrument: Instrument;
    readonly scale: string;
    readonly value: number;
    readonly condition?: Condition;
  }[];
  /** A professional's judgement. */
  readonly conditions: readonly { readonly condition: Condition; readonly severity?: Severity }[];
  /** Answers given by the names of the rules' inputs. */
  readonly risks: Inputs;
}

/** One screen, and about whom it speaks. */
export interface Screen extends ScreenResult {
  readonly subject: Subject;
}

export interface Assessment {
  readonly screens: readonly Screen[];
  readonly conditions: readonly FoundCondition[];
  /** Most urgent first. */
  readonly raised: readonly RaisedFlag[];
  /** Flags that could still be raised, with what nobody answered. */
  readonly open: readonly OpenFlag[];
  readonly levelOfCare: LevelOfCareRecommendation;
  /** Years, of the person of concern, where any answer told. */
  readonly age?: number;
  readonly readiness: Readonly<Partial<Record<'importance' | 'confidence' | 'readiness', number>>>;
  /** Of a family member. */
  readonly family: FamilyHelp | null;
  /** Inputs of which answers disagreed; the more cautious one was taken. */
  readonly contradictions: readonly string[];
  readonly next: Question | null;
  readonly helpful: readonly Question[];
}

const USE_OF: Readonly<Record<Condition, readonly string[]>> = {
  alcohol: ['use.alcohol'],
  opioid: ['use.opioids'],
  stimulant: ['use.stimulants'],
  cannabis: ['use.cannabis', 'use.other'],
  sedative: ['use.sedatives'],
  nicotine: ['use.tobacco'],
};

/**
 * From answers to conditions, safety messages, a provisional level of care and the next question. Pure: the same
 * answers and the same knowledge give the same assessment.
 */
export function assess(told: Told, knowledge: AssessmentKnowledge): Assessment {
  const { role, respondent } = told;
  const pool = new AnswerPool(told);
  const screens = screensOf(told, pool);
  const subjectOfClient: Subject = role === 'family' ? 'loved_one' : 'self';

  const sheets = { self: new InputSheet(knowledge.inputs), loved_one: new InputSheet(knowledge.inputs) };
  /** Of a family client, whom an input is about follows from the input. */
  const sheetFor = (input: string, subject: Subject) =>
    role === 'self'
      ? sheets.self
      : knowledge.inputs.get(input)?.aboutAnswerer
        ? sheets.self
        : sheets[subject];
  const say = (inputs: Inputs, subject: Subject) => {
    for (const [name, value] of Object.entries(inputs)) sheetFor(name, subject).say(name, value);
  };

  for (const [instrument, answers, subject] of pool.answered())
    // The family check-in is answered by the family member and tells of the loved one.
    say(
      inputsOfAnswers(instrument, answers, knowledge.inputs),
      instrument.domain === 'family' ? subjectOfClient : subject,
    );
  for (const screen of screens) say(inputsOfScreen(screen, knowledge.inputs), screen.subject);
  say(told.risks, subjectOfClient);
  for (const { condition } of told.conditions)
    say(Object.fromEntries(USE_OF[condition].map((name) => [name, true])), subjectOfClient);
  const client = sheets[subjectOfClient];
  if (respondent.age !== undefined) client.say('age', respondent.age);
  if (respondent.sexAtBirth === 'male' && !client.has('pregnant')) client.say('pregnant', 'no');
  const about = screens.filter(({ subject }) => subject === subjectOfClient);
  client.sayAll(severityInputs(about));
  for (const sheet of Object.values(sheets)) sheet.conclude(knowledge.implications);

  // The check-in of a family member tells of the loved one too.
  const lovedOne: Inputs = { ...familyPart(sheets.self.inputs), ...sheets.loved_one.inputs };
  const flagged =
    role === 'self'
      ? [raiseFlags(knowledge.flags, sheets.self.inputs, 'self')]
      : [
          raiseFlags(knowledge.flags, lovedOne, 'loved_one'),
          raiseFlags(knowledge.flags, sheets.self.inputs, 'self'),
        ];
  const raised = flagged.flatMap((one) => one.raised).sort(byRank);
  const open = flagged.flatMap((one) => one.open);

  const inputs: Inputs = {
    ...client.inputs,
    ...(role === 'family' ? { subject: 'loved_one_absent', 'family.asks': true } : { subject: 'self' }),
    'flags.emergency':
      raised.some(({ level }) => level === 'emergency') || told.risks['flags.emergency'] === true,
    'flags.high': raised.some(({ level }) => level !== 'caution') || told.risks['flags.high'] === true,
    'sev.known': client.get('sev.known') ?? false,
    'wd.answers_known': client.get('wd.answers_known') ?? false,
  };
  const recommended = recommendLevelOfCare(knowledge.rules, inputs, subjectOfClient);
  const closed = closedInputs(knowledge.interview, inputs);
  // Nobody answers for somebody who is absent, so nothing is missing there.
  const missing = role === 'family' ? [] : recommended.missing.filter((name) => !closed.has(name));
  const conditions = findConditions(
    about,
    told.conditions,
    role === 'family' ? reportedConditions(client.inputs) : [],
  );
  const levelOfCare: LevelOfCareRecommendation = {
    ...recommended,
    offers: recommended.offers.filter((offer) => isForOneOf(offer, conditions)),
    missing,
    confidence: confidenceOf(inputs, missing),
  };
  const state: InterviewState = {
    role,
    respondent,
    // A family member is asked about both.
    inputs: role === 'family' ? { ...sheets.self.inputs, ...inputs } : inputs,
    openFlags: open,
    recommendation: levelOfCare,
    answerTo: (item, condition) => pool.get(item, condition),
  };
  return {
    screens,
    conditions,
    raised,
    open: askable(open, closed, knowledge.instruments, role),
    levelOfCare,
    ...(respondent.age === undefined ? {} : { age: respondent.age }),
    readiness: readinessOf(client.get.bind(client)),
    family: role === 'family' ? familyHelp(sheets.self.inputs, lovedOne, screens) : null,
    contradictions: [...new Set([...sheets.self.contradictions, ...sheets.loved_one.contradictions])],
    // Asked for only where somebody wants to go on asking: a match does not.
    get next() {
      return nextQuestion(knowledge.interview, knowledge.instruments, knowledge.rules, state);
    },
    get helpful() {
      return helpfulQuestions(knowledge.interview, knowledge.instruments, state);
    },
  };
}

function screensOf(told: Told, pool: AnswerPool): Screen[] {
  // Age and sex are the loved one's: a family member's own screens are read without them.
  const respondentFor = (subject: Subject): Respondent =>
    told.role === 'family' && subject === 'self' ? {} : told.respondent;
  return [
    ...pool.answered().map(([instrument, answers, subject, condition]) => ({
      ...scoreAnswers(instrument, answers, respondentFor(subject), condition),
      subject,
    })),
    ...told.totals.map(({ instrument, scale, value, condition }) => {
      const subject = subjectOf(instrument, told.role);
      return { ...scoreTotal(instrument, { scale, value, condition }, respondentFor(subject)), subject };
    }),
  ];
}

const MEDICATION_FOR: Readonly<Record<string, Condition>> = {
  'alcohol-medication': 'alcohol',
  'opioid-medication': 'opioid',
};

/** The rules offer medication for alcohol and opioids in one breath; only what fits a condition is passed on. */
function isForOneOf(offer: string, conditions: readonly FoundCondition[]): boolean {
  const condition = MEDICATION_FOR[offer];
  return condition === undefined || conditions.some((one) => one.condition === condition);
}

/** Open flags without inputs that nobody can be asked, or that a negative short screen left without need. */
function askable(
  open: readonly OpenFlag[],
  closed: ReadonlySet<string>,
  instruments: Instruments,
  role: Told['role'],
): OpenFlag[] {
  const asked = askedInputs(instruments, role);
  return open.flatMap((flag) => {
    const inputs = flag.inputs.filter((name) => asked.has(name) && !closed.has(name));
    return inputs.length > 0 ? [{ ...flag, inputs }] : [];
  });
}

type Instruments = AssessmentKnowledge['instruments'];

/** Instruments never change once they are read. */
const inputsAsked = new WeakMap<Instruments, Partial<Record<Told['role'], ReadonlySet<string>>>>();

/** Inputs that some instrument asks for. */
function askedInputs(instruments: Instruments, role: Told['role']): ReadonlySet<string> {
  let ofRoles = inputsAsked.get(instruments);
  if (!ofRoles) inputsAsked.set(instruments, (ofRoles = {}));
  return (ofRoles[role] ??= new Set(
    [...instruments.values()]
      .filter(({ domain }) => role === 'family' || domain !== 'family')
      .flatMap(({ items }) => items.flatMap(inputsSetBy)),
  ));
}

/** What the family check-in names. */
function reportedConditions(inputs: Inputs): Condition[] {
  return CONDITIONS.filter(
    (condition) => condition !== 'nicotine' && USE_OF[condition].every((name) => inputs[name] === true),
  );
}

function familyPart(inputs: Inputs): Inputs {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => name.startsWith('family.')));
}

function readinessOf(get: (name: string) => unknown): Assessment['readiness'] {
  return Object.fromEntries(
    (['importance', 'confidence', 'readiness'] as const).flatMap((ruler) => {
      const value = get(`ready.${ruler}`);
      return typeof value === 'number' ? [[ruler, value]] : [];
    }),
  );
}
