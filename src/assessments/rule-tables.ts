import { join } from 'node:path';
import { readSeedFile, SeedFileError, seedCheck } from '../config/seed-file.js';
import { projectFolder } from '../config/project-folder.js';
import type { AssessmentKnowledge } from '../core/assessment/assessment.js';
import type { Expression, Inputs } from '../core/assessment/expression.js';
import {
  type CautiousSide,
  type Implication,
  type InputDefinition,
} from '../core/assessment/input-definition.js';
import type { Instrument } from '../core/assessment/instrument.js';
import type { InterviewStep } from '../core/assessment/interview.js';
import type { LevelOfCareRule, RuleEffect } from '../core/assessment/level-of-care-rule.js';
import type { RedFlag } from '../core/assessment/red-flag.js';
import type { InEachLanguage } from '../core/vocabulary/languages.js';
import type { Helpline } from './helpline.js';
import type { Law } from './law.js';
import { ExpressionError, readExpression } from './read-expression.js';
import {
  refuseInput,
  refuseTwice,
  refuseUnknownInputsOfInstruments,
  refuseUnknownItems,
  refuseUnknownLines,
  refuseUnknownTopics,
  refuseWrongInputs,
} from './rule-table-checks.js';
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
        meaning: InEachLanguage;
        aboutAnswerer?: true;
        cautious?: CautiousSide;
      }
    >
  >;
  /** What rules name as missing that is no input. */
  readonly topics: Readonly<Record<string, InEachLanguage>>;
  readonly implications: readonly { when: string; implies: Inputs; source: string }[];
}

const fits = {
  inputs: seedCheck<InputsFile>(INPUTS_FILE_SCHEMA),
  lines: seedCheck<{ version: string; lines: Helpline[] }>(LINES_FILE_SCHEMA),
  laws: seedCheck<{ version: string; laws: Law[] }>(LAWS_FILE_SCHEMA),
  flags: seedCheck<{ version: string; clinicianMessage: ClinicianMessage; flags: WrittenFlag[] }>(
    RED_FLAGS_FILE_SCHEMA,
  ),
  rules: seedCheck<{ version: string; disclaimer: InEachLanguage; rules: WrittenRule[] }>(
    LEVEL_OF_CARE_FILE_SCHEMA,
  ),
  interview: seedCheck<{ version: string; steps: WrittenStep[] }>(INTERVIEW_FILE_SCHEMA),
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
  readonly topics: Readonly<Record<string, InEachLanguage>>;
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
    const named = [...(effect.missing ?? []), ...(effect.ask ?? [])];
    refuseUnknownTopics(rulesPath, `rules/${rule.id}/effect`, named, inputs, inputsFile.topics);
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
    topics: inputsFile.topics,
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
