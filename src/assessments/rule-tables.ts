import { join } from 'node:path';
import { readSeedFile, SeedFileError, seedSchemas } from '../config/seed-file.js';
import { projectFolder } from '../config/project-folder.js';
import type { AssessmentKnowledge } from '../core/assessment/assessment.js';
import type { Expression, Inputs } from '../core/assessment/expression.js';
import {
  type CautiousSide,
  type Implication,
  type InputDefinition,
  isOfType,
} from '../core/assessment/input-definition.js';
import type { Instrument } from '../core/assessment/instrument.js';
import type { InterviewStep } from '../core/assessment/interview.js';
import type { LevelOfCareRule, RuleEffect } from '../core/assessment/level-of-care-rule.js';
import type { RedFlag } from '../core/assessment/red-flag.js';
import type { InEachLanguage } from '../core/vocabulary/languages.js';
import { closestWord } from '../http/validation/closest-word.js';
import type { Helpline } from './helpline.js';
import type { Law } from './law.js';
import { ExpressionError, readExpression } from './read-expression.js';
import {
  INPUTS_FILE_SCHEMA,
  INTERVIEW_FILE_SCHEMA,
  LEVEL_OF_CARE_FILE_SCHEMA,
  LAWS_FILE_SCHEMA,
  LINES_FILE_SCHEMA,
  RED_FLAGS_FILE_SCHEMA,
} from './rule-schemas.js';

/** A table as written in its file: expressions are text. */
type Written<T> = T extends Expression
  ? string
  : T extends readonly (infer E)[]
    ? readonly Written<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Written<T[K]> }
      : T;

interface InputsFile {
  readonly version: string;
  readonly inputs: Readonly<
    Record<
      string,
      {
        type: 'boolean' | [number, number] | string[];
        meaning: string;
        aboutAnswerer?: true;
        cautious?: CautiousSide;
      }
    >
  >;
  readonly implications: readonly { when: string; implies: Inputs; source: string }[];
}

const fits = {
  inputs: seedSchemas.compile<InputsFile>(INPUTS_FILE_SCHEMA),
  lines: seedSchemas.compile<{ version: string; lines: Helpline[] }>(LINES_FILE_SCHEMA),
  laws: seedSchemas.compile<{ version: string; laws: Law[] }>(LAWS_FILE_SCHEMA),
  flags: seedSchemas.compile<{ version: string; clinicianMessage: ClinicianMessage; flags: WrittenFlag[] }>(
    RED_FLAGS_FILE_SCHEMA,
  ),
  rules: seedSchemas.compile<{ version: string; disclaimer: InEachLanguage; rules: WrittenRule[] }>(
    LEVEL_OF_CARE_FILE_SCHEMA,
  ),
  interview: seedSchemas.compile<{ version: string; steps: WrittenStep[] }>(INTERVIEW_FILE_SCHEMA),
};

interface WrittenFlag extends Omit<RedFlag, 'triggers' | 'escalations'> {
  readonly triggers: string[];
  readonly escalations?: Written<RedFlag['escalations']>;
}
interface WrittenRule extends Omit<LevelOfCareRule, 'when' | 'effect'> {
  readonly when: string;
  readonly effect: Omit<RuleEffect, 'saysIf'> & { readonly saysIf?: { when: string; says: InEachLanguage } };
}
interface WrittenStep extends Omit<InterviewStep, 'when' | 'closes'> {
  readonly when?: string;
  readonly closes?: { when: string; inputs: string[] };
}

/** The message shown before any list if the rules leave the setting of withdrawal to a clinician. */
export type ClinicianMessage = Pick<
  RedFlag,
  'message' | 'lines' | 'source' | 'verified' | 'reviewedBy' | 'reviewedOn' | 'nextReviewOn'
>;

/** The tables of safety and level of care, read and cross-checked. */
export interface RuleTables extends Omit<AssessmentKnowledge, 'instruments'> {
  readonly lines: ReadonlyMap<string, Helpline>;
  readonly laws: readonly Law[];
  readonly flagsVersion: string;
  readonly clinicianMessage: ClinicianMessage;
}

/**
 * Reads inputs, red flags, lines, rules and the interview. A `SeedFileError` names the file, the entry and the fix:
 * an expression that cannot be read, an input or a line that is not defined, an id used twice.
 */
export function readRuleTables(
  instruments: ReadonlyMap<string, Instrument>,
  folder = join(projectFolder, 'seed-data'),
): RuleTables {
  const path = (file: string) => join(folder, file);
  const inputsPath = path('assessment/inputs.yaml');
  const inputsFile = readSeedFile(inputsPath, fits.inputs);
  const inputs = new Map<string, InputDefinition>(
    Object.entries(inputsFile.inputs).map(
      ([name, { type, meaning, aboutAnswerer = false, cautious = 'larger' }]) => [
        name,
        { name, meaning, aboutAnswerer, cautious, type: typeOf(type) },
      ],
    ),
  );
  const reader = (file: string, place: string) => (written: string) =>
    expressionIn(file, place, written, inputs);

  const implications = inputsFile.implications.map(({ when, implies, source }, at): Implication => {
    refuseWrongInputs(inputsPath, `implications/${at}/implies`, implies, inputs);
    return { when: reader(inputsPath, `implications/${at}/when`)(when), implies, source };
  });

  const lawsPath = path('safety/laws.yaml');
  const { laws } = readSeedFile(lawsPath, fits.laws);
  refuseTwice(lawsPath, 'laws', laws);
  const linesPath = path('safety/lines.yaml');
  const lineList = readSeedFile(linesPath, fits.lines).lines;
  refuseTwice(linesPath, 'lines', lineList);
  const lines = new Map(lineList.map((line) => [line.id, line]));

  const flagsPath = path('safety/red-flags.yaml');
  const flagsFile = readSeedFile(flagsPath, fits.flags);
  refuseTwice(flagsPath, 'flags', flagsFile.flags);
  refuseUnknownLines(flagsPath, 'clinicianMessage/lines', flagsFile.clinicianMessage.lines, lines);
  const flags = flagsFile.flags.map((flag): RedFlag => {
    const read = reader(flagsPath, `flags/${flag.id}`);
    refuseUnknownLines(flagsPath, `flags/${flag.id}/lines`, flag.lines, lines);
    return {
      ...flag,
      triggers: flag.triggers.map(read),
      escalations: (flag.escalations ?? []).map((one) => ({ ...one, when: one.when.map(read) })),
    };
  });

  const rulesPath = path('assessment/loc-rules.yaml');
  const rulesFile = readSeedFile(rulesPath, fits.rules);
  refuseTwice(rulesPath, 'rules', rulesFile.rules);
  const rules = rulesFile.rules.map((rule): LevelOfCareRule => {
    const read = reader(rulesPath, `rules/${rule.id}`);
    const { saysIf, ...effect } = rule.effect;
    return {
      ...rule,
      when: read(rule.when),
      effect: { ...effect, ...(saysIf ? { saysIf: { says: saysIf.says, when: read(saysIf.when) } } : {}) },
    };
  });

  const interviewPath = path('assessment/interview.yaml');
  const interview = readSeedFile(interviewPath, fits.interview).steps.map((step, at): InterviewStep => {
    const place = `steps/${at}`;
    const { when, closes, ...rest } = step;
    refuseUnknownItems(interviewPath, place, step, instruments);
    const read = reader(interviewPath, place);
    for (const name of closes?.inputs ?? [])
      refuseInput(interviewPath, `${place}/closes/inputs`, name, inputs);
    return {
      ...rest,
      ...(when === undefined ? {} : { when: read(when) }),
      ...(closes === undefined ? {} : { closes: { when: read(closes.when), inputs: closes.inputs } }),
    };
  });
  refuseUnknownInputsOfInstruments(instruments, inputs);

  return {
    inputs,
    implications,
    flags,
    flagsVersion: flagsFile.version,
    clinicianMessage: flagsFile.clinicianMessage,
    lines,
    laws,
    rules: { version: rulesFile.version, disclaimer: rulesFile.disclaimer, rules },
    interview,
  };
}

function typeOf(type: 'boolean' | readonly (number | string)[]): InputDefinition['type'] {
  if (type === 'boolean') return { kind: 'boolean' };
  const [min, max] = type;
  return typeof min === 'number' && typeof max === 'number'
    ? { kind: 'integer', min, max }
    : { kind: 'code', codes: type as string[] };
}

function expressionIn(
  file: string,
  place: string,
  text: string,
  inputs: ReadonlyMap<string, InputDefinition>,
): Expression {
  try {
    return readExpression(text, inputs);
  } catch (error) {
    if (error instanceof ExpressionError) throw new SeedFileError(file, [`${place}: ${error.message}`]);
    throw error;
  }
}

function refuseTwice(file: string, list: string, entries: readonly { readonly id: string }[]): void {
  const twice = entries.find(({ id }, at) => entries.findIndex((other) => other.id === id) < at);
  if (twice) throw new SeedFileError(file, [`${list}/${twice.id}: the id is used twice; rename one`]);
}

function refuseWrongInputs(
  file: string,
  place: string,
  values: Inputs,
  inputs: ReadonlyMap<string, InputDefinition>,
): void {
  for (const [name, value] of Object.entries(values)) {
    refuseInput(file, place, name, inputs);
    if (!isOfType(value, inputs.get(name)!.type))
      throw new SeedFileError(file, [`${place}/${name}: is never ${String(value)}`]);
  }
}

function refuseUnknownItems(
  file: string,
  place: string,
  { instrument: id, items = [] }: Pick<InterviewStep, 'instrument' | 'items'>,
  instruments: ReadonlyMap<string, Instrument>,
): void {
  const instrument = instruments.get(id);
  if (!instrument)
    throw new SeedFileError(file, [
      `${place}/instrument: there is no instrument ${id}${meant(id, instruments.keys())}`,
    ]);
  const known = instrument.items.map((item) => item.id);
  const lost = items.find((item) => !known.includes(item));
  if (lost !== undefined)
    throw new SeedFileError(file, [`${place}/items: ${id} has no item ${lost}${meant(lost, known)}`]);
}

/** Answers set inputs by name: an input that no rule knows would be ignored silently. */
function refuseUnknownInputsOfInstruments(
  instruments: ReadonlyMap<string, Instrument>,
  inputs: ReadonlyMap<string, InputDefinition>,
): void {
  for (const { id, items, scales } of instruments.values()) {
    const file = `instruments/${id}.yaml`;
    for (const { code, input } of scales)
      if (input !== undefined) refuseInput(file, `scales/${code}/input`, input, inputs);
    for (const item of items) {
      if (item.input !== undefined) refuseInput(file, `items/${item.id}/input`, item.input, inputs);
      for (const { sets = {}, setsFor = {}, unticked = {} } of item.options ?? []) {
        for (const inputsFor of Object.values(setsFor))
          refuseWrongInputs(file, `items/${item.id}`, inputsFor, inputs);
        refuseWrongInputs(file, `items/${item.id}`, sets, inputs);
        refuseWrongInputs(file, `items/${item.id}`, unticked, inputs);
      }
    }
  }
}

function refuseInput(
  file: string,
  place: string,
  name: string,
  inputs: ReadonlyMap<string, InputDefinition>,
): void {
  if (!inputs.has(name))
    throw new SeedFileError(file, [
      `${place}: ${name} is not an input of inputs.yaml${meant(name, inputs.keys())}`,
    ]);
}

/** A message without its line would tell someone in danger to call no one. */
function refuseUnknownLines(
  file: string,
  place: string,
  ids: readonly string[],
  lines: ReadonlyMap<string, Helpline>,
): void {
  const lost = ids.find((id) => !lines.has(id));
  if (lost !== undefined)
    throw new SeedFileError(file, [
      `${place}: there is no line ${lost} in lines.yaml${meant(lost, lines.keys())}`,
    ]);
}

/** ` (did you mean "maternal"?)`, or an empty text if no known name is close. */
function meant(written: string, known: Iterable<string>): string {
  const closest = closestWord(written, [...known]);
  return closest === undefined ? '' : ` (did you mean "${closest}"?)`;
}
