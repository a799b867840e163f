import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Candidate, stance } from '../../../src/core/matching/candidate.js';
import type { ConstraintCode, CriterionCode } from '../../../src/core/matching/codes.js';
import type { Knowledge } from '../../../src/core/matching/rules/constraint.js';
import { ALL_CONSTRAINTS } from '../../../src/core/matching/rules/constraints/all-constraints.js';
import { isFree } from '../../../src/core/matching/rules/payment-terms.js';
import { ALL_CRITERIA } from '../../../src/core/matching/rules/criteria/all-criteria.js';
import type { Need } from '../../../src/core/matching/need.js';
import type { Place } from '../../../src/core/matching/facts/distance.js';
import {
  isLookedAtFor,
  type ReachByTelehealth,
  reachFromAfar,
} from '../../../src/core/matching/rules/telehealth.js';
import { PAYERS } from '../../../src/core/vocabulary/payment.js';
import { ACCEPTED_GENDERS, AGE_GROUPS } from '../../../src/core/vocabulary/people.js';
import { STATES } from '../../../src/core/vocabulary/places.js';
import { TREATMENT } from '../bench-needs.js';

/** The constraints that can keep a program out for such a need, by the bit of each in what it fails. */
export const FAILING: readonly ConstraintCode[] = [
  'suitable_approach',
  'offers_medication',
  'treats_condition',
  'can_keep_working',
  'within_distance',
  'payment',
  'age',
  'gender',
  'language',
];

/** Those whose verdict does not depend on who asks, only on their conditions and hours: the first bits. */
const FOR_ANYBODY = FAILING.slice(0, 4);

/** Bits of a list of codes, for a column of the table. */
export class BitCodes {
  private readonly bits = new Map<string, bigint>();

  constructor(readonly codes: readonly string[]) {
    if (codes.length > 63) throw new RangeError(`${codes.length} codes do not fit into a bigint.`);
    codes.forEach((code, i) => this.bits.set(code, 1n << BigInt(i)));
  }

  of(codes: Iterable<string>): bigint {
    let mask = 0n;
    for (const code of codes) mask |= this.bits.get(code) ?? 0n;
    return mask;
  }
}

/** How the lists of codes are numbered in the table. */
export interface RivalCodes {
  readonly payers: BitCodes;
  readonly ages: BitCodes;
  readonly genders: BitCodes;
  readonly languages: BitCodes;
  readonly approaches: BitCodes;
  readonly states: BitCodes;
}

/**
 * Everything that does not depend on the person is worked out beforehand, as the index does it: verdicts and values
 * by condition, yes and no as bit masks. Rows lie by state and then by cell of a tenth of a degree, so that what a
 * query reads lies together.
 */
export const COLUMNS = {
  n: 'integer NOT NULL',
  id: 'uuid NOT NULL',
  state: 'smallint NOT NULL',
  latitude: 'float8',
  longitude: 'float8',
  x: 'float8',
  y: 'float8',
  z: 'float8',
  telehealth: 'bigint NOT NULL',
  telehealth_open: 'bigint NOT NULL',
  failed: 'smallint NOT NULL',
  unknown: 'boolean NOT NULL',
  safety_open: 'boolean NOT NULL',
  payers_yes: 'integer NOT NULL',
  payers_no: 'integer NOT NULL',
  is_free: 'boolean NOT NULL',
  fee_open: 'boolean NOT NULL',
  fee_help: 'boolean NOT NULL',
  ages_yes: 'smallint NOT NULL',
  ages_no: 'smallint NOT NULL',
  genders_yes: 'smallint NOT NULL',
  genders_no: 'smallint NOT NULL',
  languages_yes: 'bigint NOT NULL',
  languages_no: 'bigint NOT NULL',
  interpreter: 'boolean NOT NULL',
  approaches_yes: 'bigint NOT NULL',
  approaches_no: 'bigint NOT NULL',
  evidence: 'float8 NOT NULL',
  evidence_known: 'float8 NOT NULL',
  quality: 'float8 NOT NULL',
  quality_known: 'float8 NOT NULL',
  access_speed: 'float8 NOT NULL',
  access_speed_known: 'float8 NOT NULL',
  schedule_fit: 'float8 NOT NULL',
  schedule_fit_known: 'float8 NOT NULL',
  continuity: 'float8 NOT NULL',
  continuity_known: 'float8 NOT NULL',
  trust: 'float8 NOT NULL',
  trust_known: 'float8 NOT NULL',
} as const;
export type Row = Record<keyof typeof COLUMNS, string | number | bigint | boolean | null>;

const INDEXES = `
  ALTER TABLE rival_program ADD PRIMARY KEY (n);
  CREATE INDEX rival_latitude ON rival_program (latitude, longitude);
  CREATE INDEX rival_point ON rival_program USING gist (point(longitude, latitude));
  CREATE INDEX rival_without_place ON rival_program (state) WHERE latitude IS NULL;
  ALTER TABLE rival_telehealth ADD PRIMARY KEY (state, n);
  CREATE INDEX rival_telehealth_states ON rival_program USING gin (states);`;

/** Makes and fills the table. `shape`: any need of the kind that will be asked, for what is worked out beforehand. */
export async function fillRivalTable(
  client: Client,
  candidates: readonly Candidate[],
  shape: Need,
  knowledge: Knowledge,
): Promise<RivalCodes> {
  const codes = rivalCodes(candidates);
  const treating = candidates.filter((candidate) => TREATMENT.includes(candidate)).sort(byPlace);
  const columns = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`);
  await client.query(`
    DROP TABLE IF EXISTS rival_program, rival_telehealth;
    CREATE UNLOGGED TABLE rival_program (${columns.join(', ')}, states smallint[] NOT NULL);
    CREATE UNLOGGED TABLE rival_telehealth (state smallint NOT NULL, n integer NOT NULL);`);
  const names = Object.keys(COLUMNS) as (keyof Row)[];
  await copy(client, `rival_program (${names.join(', ')}, states)`, function* () {
    for (const [n, candidate] of treating.entries()) {
      const row = rowOf(candidate, n, shape, knowledge, codes);
      yield [...names.map((name) => row[name]), `{${telehealthStates(candidate, shape).join()}}`];
    }
  });
  await copy(client, 'rival_telehealth (state, n)', function* () {
    for (const [n, candidate] of treating.entries())
      for (const state of telehealthStates(candidate, shape)) yield [state, n];
  });
  await client.query(`${INDEXES} CLUSTER rival_telehealth USING rival_telehealth_pkey;`);
  await client.query('VACUUM (FREEZE, ANALYZE) rival_program');
  await client.query('VACUUM (FREEZE, ANALYZE) rival_telehealth');
  return codes;
}

export function rowOf(
  candidate: Candidate,
  n: number,
  shape: Need,
  knowledge: Knowledge,
  codes: RivalCodes,
): Row {
  const verdict = (code: ConstraintCode) => {
    const judged = ALL_CONSTRAINTS.find((constraint) => constraint.code === code)!.judge(
      shape,
      candidate,
      knowledge,
    );
    return judged?.verdict;
  };
  const value = (code: CriterionCode) =>
    ALL_CRITERIA.find((criterion) => criterion.code === code)!.judge(shape, candidate, knowledge);
  const by = (key: 'payers' | 'ageGroups' | 'genders' | 'languages', bits: BitCodes, wanted: 'yes' | 'no') =>
    bits.of(bits.codes.filter((code) => stance(candidate, key, code as never) === wanted));
  const [evidence, quality, speed, schedule, continuity, trust] = (
    ['evidence', 'quality', 'access_speed', 'schedule_fit', 'continuity', 'trust'] as const
  ).map(value);
  const { place } = candidate;
  return {
    n,
    id: candidate.id,
    state: stateNumber(candidate.state),
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    ...(place ? unitVector(place) : { x: null, y: null, z: null }),
    telehealth: maskOf(telehealthStates(candidate, shape)),
    telehealth_open: maskOf(statesWith(candidate, shape, (reach) => reach === 'ask_state')),
    failed: FOR_ANYBODY.reduce((mask, code, bit) => mask | (verdict(code) === 'fails' ? 1 << bit : 0), 0),
    unknown: [...FOR_ANYBODY, 'population' as const].some((code) => verdict(code) === 'unknown'),
    safety_open: (['offers_medication', 'treats_condition'] as const).some(
      (code) => verdict(code) === 'unknown',
    ),
    payers_yes: by('payers', codes.payers, 'yes'),
    payers_no: by('payers', codes.payers, 'no'),
    is_free: isFree(candidate),
    fee_open: stance(candidate, 'payers', 'free') === 'yes',
    fee_help: candidate.slidingFee === true || candidate.paymentAssistance === true,
    ages_yes: by('ageGroups', codes.ages, 'yes'),
    ages_no: by('ageGroups', codes.ages, 'no'),
    genders_yes: by('genders', codes.genders, 'yes'),
    genders_no: by('genders', codes.genders, 'no'),
    languages_yes: by('languages', codes.languages, 'yes'),
    languages_no: by('languages', codes.languages, 'no'),
    interpreter: candidate.interpreterOnCall === true,
    approaches_yes: codes.approaches.of(candidate.claims.map(({ approach }) => approach)),
    approaches_no: codes.approaches.of(candidate.declinedApproaches),
    evidence: evidence!.value,
    evidence_known: evidence!.known,
    quality: quality!.value,
    quality_known: quality!.known,
    access_speed: speed!.value,
    access_speed_known: speed!.known,
    schedule_fit: schedule!.value,
    schedule_fit_known: schedule!.known,
    continuity: continuity!.value,
    continuity_known: continuity!.known,
    trust: trust!.value,
    trust_known: trust!.known,
  };
}

/** On a sphere of radius 1: distances come from differences, without a sine for each row. */
export function unitVector({ latitude, longitude }: Place): { x: number; y: number; z: number } {
  const phi = (latitude * Math.PI) / 180;
  const lambda = (longitude * Math.PI) / 180;
  return { x: Math.cos(phi) * Math.cos(lambda), y: Math.cos(phi) * Math.sin(lambda), z: Math.sin(phi) };
}

/** The states' places in the vocabulary. */
export function stateNumber(state: string): number {
  return (STATES as readonly string[]).indexOf(state);
}

/** Where a program is looked at from afar, with what such a need asks for. */
export function telehealthStates(candidate: Candidate, shape: Need): number[] {
  return statesWith(candidate, shape, isLookedAtFor);
}

function statesWith(
  candidate: Candidate,
  shape: Need,
  isWanted: (reach: ReachByTelehealth) => boolean,
): number[] {
  if (stance(candidate, 'modalities', 'telehealth') !== 'yes') return [];
  return STATES.filter((state) =>
    isWanted(reachFromAfar({ ...shape, state }, candidate, TREATMENT.purpose)),
  ).map(stateNumber);
}

function maskOf(states: readonly number[]): bigint {
  return states.reduce((mask, state) => mask | (1n << BigInt(state)), 0n);
}

/** The numbering that the table of these candidates has. */
export function rivalCodes(candidates: readonly Candidate[]): RivalCodes {
  const languages = new Set<string>();
  const approaches = new Set<string>();
  for (const { lists, claims, declinedApproaches } of candidates) {
    for (const code in lists.languages?.codes) languages.add(code);
    for (const { approach } of claims) approaches.add(approach);
    for (const approach of declinedApproaches) approaches.add(approach);
  }
  return {
    payers: new BitCodes(PAYERS),
    ages: new BitCodes(AGE_GROUPS),
    genders: new BitCodes(ACCEPTED_GENDERS),
    languages: new BitCodes([...languages].sort()),
    approaches: new BitCodes([...approaches].sort()),
    states: new BitCodes(STATES),
  };
}

export function byPlace(a: Candidate, b: Candidate): number {
  const cell = ({ place }: Candidate) =>
    place ? Math.floor(place.latitude * 10) * 10_000 + Math.floor(place.longitude * 10) : Infinity;
  return stateNumber(a.state) - stateNumber(b.state) || cell(a) - cell(b) || (a.id < b.id ? -1 : 1);
}

async function copy(
  client: Client,
  into: string,
  rows: () => Iterable<readonly (string | number | bigint | boolean | null)[]>,
): Promise<void> {
  function* lines() {
    for (const row of rows())
      yield `${row.map((cell) => (cell === null ? '\\N' : String(cell))).join('\t')}\n`;
  }
  await pipeline(Readable.from(lines()), client.query(copyFrom(`COPY ${into} FROM STDIN`)));
}
