import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv } from 'ajv';
import { STATED_FACTS_SCHEMA } from '../../src/core/directory/facts-schema.js';
import { STANDINGS, type SourceRecord } from '../../src/core/directory/source-record.js';
import type { GradedApproach, GradedClaim } from '../../src/core/evidence/rating.js';
import {
  APPROACH_KINDS,
  CERTAINTIES,
  COMPARATOR_TYPES,
  DIRECTIONS,
  LISTINGS,
  OUTCOME_GROUPS,
} from '../../src/core/evidence/rating.js';
import {
  CLIENT_QUESTIONS,
  type ClientQuestion,
  CONSTRAINT_CODES,
  type ConstraintCode,
  CRITERION_CODES,
  type CriterionCode,
  type Purpose,
  PURPOSES,
} from '../../src/core/matching/codes.js';
import type { Reach, Tier } from '../../src/core/matching/ranking.js';
import type { Outcome } from '../../src/core/matching/verdict.js';
import { TREATED_CONDITIONS } from '../../src/core/vocabulary/conditions.js';
import { STATES } from '../../src/core/vocabulary/places.js';
import { readSeedFile } from '../../src/config/seed-file.js';
import type { MatchRequest } from '../../src/matching/match-request.dto.js';

/** One golden case: a client, a handful of programs, and the result. The format is described in matching/README.md. */
export interface MatchingCase {
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly today?: string;
  readonly request: MatchRequest;
  /** Approaches that replace those with the same code in the registry. */
  readonly approaches?: readonly ApproachInCase[];
  readonly programs: readonly ProgramInCase[];
  readonly expect: ExpectedAnswer;
}

type ApproachInCase = Pick<GradedApproach, 'code' | 'name' | 'kind' | 'listing'> & {
  readonly ratings: readonly Omit<GradedClaim, 'id'>[];
};

export interface ProgramInCase {
  readonly id: string;
  /** The program's own id if omitted. */
  readonly organization?: string;
  readonly state?: string;
  /** A ZIP code, or a latitude and a longitude. */
  readonly at?: string | readonly [number, number];
  readonly records: readonly RecordInCase[];
}

export type RecordInCase = Pick<SourceRecord, 'facts'> & Partial<Omit<SourceRecord, 'facts'>>;

export type ExpectedAnswer = Partial<Record<Purpose, ExpectedTrack>> & {
  /** Which tracks are opened, in order. */
  readonly tracks?: readonly Purpose[];
};

/** `matches`, `askClient`, `excluded`, `nearMisses`, `relaxations` and `warnings` are complete: what is not given must not occur. */
export interface ExpectedTrack {
  readonly matches: readonly Readonly<Record<string, Tier>>[];
  readonly universe?: number;
  /** By program: its place, and how many have it. */
  readonly places?: Readonly<Record<string, readonly [number, number]>>;
  /** How many matches are near, and how many only by telehealth; complete where it is given. */
  readonly reach?: Partial<Reach>;
  /** By question to the client: how many matches hang on it. */
  readonly askClient?: Readonly<Partial<Record<ClientQuestion, number>>>;
  /** By constraint: how many fail it, and how many fail nothing else. */
  readonly excluded?: Readonly<Partial<Record<ConstraintCode, readonly [number, number]>>>;
  readonly nearMisses?: readonly Readonly<Record<string, ConstraintCode>>[];
  readonly relaxations?: readonly ExpectedRelaxation[];
  /** By program: the codes, without `warning.`. */
  readonly warnings?: Readonly<Record<string, readonly string[]>>;
  /** Selected lines, by program, whether or not it is a match. */
  readonly programs?: Readonly<Record<string, ExpectedProgram>>;
}

interface ExpectedRelaxation {
  readonly constraint: ConstraintCode;
  /** A merge patch of the request. */
  readonly change: Readonly<Record<string, unknown>>;
  readonly wouldAdd: number;
  /** What it would show in addition, in English, without the number. */
  readonly says?: string;
  readonly bestScore?: number;
}

export interface ExpectedProgram {
  readonly score?: number;
  readonly scoreRange?: readonly [number, number];
  readonly knownWeight?: number;
  readonly distanceMeters?: number;
  readonly verdicts?: Readonly<Partial<Record<ConstraintCode, ExpectedVerdict>>>;
  readonly criteria?: Readonly<Partial<Record<CriterionCode, ExpectedCriterion>>>;
  /** The sentences of its warnings. */
  readonly warns?: readonly string[];
}

/** One of the verdicts with the code of the reason (without the constraint's), the sentence, the question. */
export type ExpectedVerdict = Partial<Record<Outcome, string>> & {
  /** For the person. */
  readonly says?: string;
  /** For a professional. */
  readonly detail?: string;
  readonly asks?: string;
  /** The question to the client. */
  readonly asksClient?: string;
};

export interface ExpectedCriterion {
  readonly value?: number;
  readonly weight?: number;
  readonly contribution?: number;
  /** The code of the reason, without the criterion's. */
  readonly reason?: string;
  /** For the person. */
  readonly says?: string;
  /** For a professional. */
  readonly detail?: string;
}

const object = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const listOf = (items: object) => ({ type: 'array', items });
const code = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' };
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const text = { type: 'string', minLength: 1 };
const number = { type: 'number' };
const count = { type: 'integer', minimum: 0 };
const pair = (items: object) => ({ type: 'array', items, minItems: 2, maxItems: 2 });
const oneOf = (codes: readonly string[]) => ({ type: 'string', enum: codes });
const byCode = (codes: readonly string[], value: object) =>
  object(Object.fromEntries(codes.map((each) => [each, value])));
const byProgram = (value: object) => ({ type: 'object', propertyNames: code, additionalProperties: value });
const oneProgram = (value: object) => ({ ...byProgram(value), minProperties: 1, maxProperties: 1 });

const verdict = {
  ...object({
    meets: text,
    fails: text,
    unknown: text,
    says: text,
    detail: text,
    asks: text,
    asksClient: text,
  }),
  minProperties: 1,
};
const criterion = {
  ...object({ value: number, weight: number, contribution: number, reason: text, says: text, detail: text }),
  minProperties: 1,
};
const program = object({
  score: number,
  scoreRange: pair(number),
  knownWeight: number,
  distanceMeters: count,
  verdicts: byCode(CONSTRAINT_CODES, verdict),
  criteria: byCode(CRITERION_CODES, criterion),
  warns: listOf(text),
});
const track = object(
  {
    matches: listOf(oneProgram(oneOf(['meets_all', 'confirm_first']))),
    universe: count,
    places: byProgram(pair(count)),
    reach: object({ within: count, byTelehealth: count, nearestMeters: count }),
    askClient: byCode(CLIENT_QUESTIONS, count),
    excluded: byCode(CONSTRAINT_CODES, pair(count)),
    nearMisses: listOf(oneProgram(oneOf(CONSTRAINT_CODES))),
    relaxations: listOf(
      object(
        {
          constraint: oneOf(CONSTRAINT_CODES),
          change: { type: 'object' },
          wouldAdd: count,
          says: text,
          bestScore: number,
        },
        ['constraint', 'change', 'wouldAdd'],
      ),
    ),
    warnings: byProgram(listOf(text)),
    programs: byProgram(program),
  },
  ['matches'],
);
const rating = object(
  {
    condition: oneOf(TREATED_CONDITIONS),
    outcomeGroup: oneOf(OUTCOME_GROUPS),
    certainty: oneOf(CERTAINTIES),
    direction: oneOf(DIRECTIONS),
    comparatorType: oneOf(COMPARATOR_TYPES),
    comparatorApproach: code,
    reviewed: { type: 'boolean' },
  },
  ['condition', 'outcomeGroup', 'certainty', 'direction', 'comparatorType', 'reviewed'],
);

const CASE_SCHEMA = object(
  {
    title: { type: 'string', pattern: '^[A-Z].*\\.$' },
    today: day,
    // Validated by the same rules as a request over HTTP.
    request: { type: 'object' },
    approaches: listOf(
      object(
        {
          code,
          name: text,
          kind: oneOf(APPROACH_KINDS),
          listing: oneOf(LISTINGS),
          ratings: listOf(rating),
        },
        ['code', 'name', 'kind', 'listing', 'ratings'],
      ),
    ),
    programs: listOf(
      object(
        {
          id: code,
          organization: code,
          state: oneOf(STATES),
          at: { anyOf: [{ type: 'string', pattern: '^\\d{5}$' }, pair(number)] },
          records: listOf(
            object({ source: code, asOf: day, standing: oneOf(STANDINGS), facts: { $ref: 'stated-facts' } }, [
              'facts',
            ]),
          ),
        },
        ['id', 'records'],
      ),
    ),
    expect: object({
      tracks: listOf(oneOf(PURPOSES)),
      ...Object.fromEntries(PURPOSES.map((purpose) => [purpose, track])),
    }),
  },
  ['title', 'request', 'programs', 'expect'],
);

const fits = new Ajv({ allErrors: true, strict: true, strictTypes: false, verbose: true })
  .addSchema(STATED_FACTS_SCHEMA)
  .compile<MatchingCase>(CASE_SCHEMA);

/** Every case of the folder, by file name. Throws an error that names the file and its faults. */
export function readMatchingCases(folder: string): [string, MatchingCase][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => [basename(name, '.yaml'), readSeedFile(join(folder, name), fits)]);
}
