import { CONDITIONS, type Condition, SEVERITIES } from '../vocabulary/conditions.js';
import type { AnswerPool } from './answer-pool.js';
import type { AssessmentKnowledge, ClientStatement } from './assessment.js';
import type { Inputs } from './expression.js';
import { InputSheet } from './input-sheet.js';
import { inputsOfAnswers, inputsOfScreen, severityInputs } from './inputs-of-answers.js';
import type { Subject } from './red-flag.js';
import type { Screen } from './screen-result.js';

/** The inputs of the rules, one sheet for each person. A client who asks for themselves has no loved one. */
export type AnswerSheets = Readonly<Record<Subject, InputSheet>>;

const USE_OF: Readonly<Record<Condition, readonly string[]>> = {
  alcohol: ['use.alcohol'],
  opioid: ['use.opioids'],
  stimulant: ['use.stimulants'],
  cannabis: ['use.cannabis'],
  sedative: ['use.sedatives'],
  nicotine: ['use.tobacco'],
};

/** Who the rules are about: the client, or the loved one of a family member. */
export function personOfConcern({ role }: Pick<ClientStatement, 'role'>): Subject {
  return role === 'family' ? 'loved_one' : 'self';
}

/** Reads answers, screens, stated risks and conditions as the inputs of the rules. */
export function readAnswerSheets(
  statement: ClientStatement,
  pool: AnswerPool,
  screens: readonly Screen[],
  { inputs: definitions, implications }: AssessmentKnowledge,
): AnswerSheets {
  const { role, respondent } = statement;
  const concerned = personOfConcern(statement);
  const sheets = { self: new InputSheet(definitions), loved_one: new InputSheet(definitions) };
  /** For a family client, the definition of the input says who it is about. */
  const sheetFor = (input: string, subject: Subject) =>
    role === 'self' || definitions.get(input)?.aboutAnswerer ? sheets.self : sheets[subject];
  const say = (inputs: Inputs, subject: Subject) => {
    for (const [name, value] of Object.entries(inputs)) sheetFor(name, subject).say(name, value);
  };

  for (const [instrument, answers, subject, condition] of pool.answered())
    // A family member answers the family check-in about the loved one.
    say(
      inputsOfAnswers(instrument, answers, definitions, condition),
      instrument.domain === 'family' ? concerned : subject,
    );
  for (const screen of screens) say(inputsOfScreen(screen, definitions), screen.subject);
  say(statement.risks, concerned);
  for (const { condition } of statement.conditions)
    say(Object.fromEntries(USE_OF[condition].map((name) => [name, true])), concerned);
  say(statedInputs(statement.conditions), concerned);
  const client = sheets[concerned];
  if (respondent.age !== undefined) client.say('age', respondent.age);
  if (respondent.sexAtBirth === 'male' && !client.has('pregnant')) client.say('pregnant', 'no');
  client.sayAll(severityInputs(screens.filter(({ subject }) => subject === concerned)));
  for (const sheet of Object.values(sheets)) sheet.conclude(implications);
  return sheets;
}

/** What a professional's judgement settles. Nicotine sets no level of care. */
function statedInputs(conditions: ClientStatement['conditions']): Inputs {
  const severity = SEVERITIES.toReversed().find((one) =>
    conditions.some((stated) => stated.condition !== 'nicotine' && stated.severity === one),
  );
  return {
    ...(severity ? { 'sev.stated': severity } : {}),
    // Mild use alone sets no base: brief advice may be enough.
    ...(severity && severity !== 'mild' ? { 'sev.known': true } : {}),
    ...(conditions.some(({ condition }) => condition === 'opioid') ? { 'stated.opioid': true } : {}),
  };
}

/** What is known of the loved one: their own sheet, and the family check-in, which is about them too. */
export function lovedOneInputs({ self, loved_one }: AnswerSheets): Inputs {
  const checkIn = Object.entries(self.inputs).filter(([name]) => name.startsWith('family.'));
  return { ...Object.fromEntries(checkIn), ...loved_one.inputs };
}

/** The conditions that the family check-in names. */
export function reportedConditions(inputs: Inputs): Condition[] {
  return CONDITIONS.filter(
    (condition) => condition !== 'nicotine' && USE_OF[condition].every((name) => inputs[name] === true),
  );
}
