import type { Client, QueryArrayResult } from 'pg';
import type { ConstraintCode } from '../../../src/core/matching/codes.js';
import type { Knowledge } from '../../../src/core/matching/rules/constraint.js';
import { ALL_CRITERIA } from '../../../src/core/matching/rules/criteria/all-criteria.js';
import { askedConstraints } from '../../../src/core/matching/judge-candidate.js';
import type { Need } from '../../../src/core/matching/need.js';
import { NEAR_MISSES } from '../../../src/core/matching/ranking.js';
import { weigh } from '../../../src/core/matching/score.js';
import { ageGroupsOf } from '../../../src/core/vocabulary/people.js';
import { TREATMENT } from '../bench-needs.js';
import { TOP, type TopMatches } from '../match-engine.js';
import { FAILING, type RivalCodes, stateNumber, unitVector } from './rival-table.js';

/** One way to write the query. All give the same answer. */
export interface RivalShape {
  readonly name: string;
  /** How the programs in reach are found. */
  readonly universe: 'or-btree' | 'or-gist' | 'union' | 'mask-scan' | 'r-tree';
  /** Whether the score is worked out beside the verdicts, or from rows kept until the verdicts are known. */
  readonly score: 'beside' | 'after';
  /** Settings of the session. */
  readonly settings: Readonly<Record<string, string>>;
}

const GENERIC = { jit: 'off', plan_cache_mode: 'force_generic_plan', max_parallel_workers_per_gather: '0' };
const CUSTOM = { ...GENERIC, plan_cache_mode: 'force_custom_plan' };

/**
 * What is tried each time; the quickest is kept for the figures. Left out after one try on PostgreSQL 15: compiled
 * plans (jit), about fifteen times slower for the union. A first version that reckoned the distance by sines in every
 * row, and all verdicts in the query, took about twice as long as this one; which of the two cost more was not measured.
 */
export const RIVAL_SHAPES: readonly RivalShape[] = [
  {
    name: 'union of box and telehealth table, score beside',
    universe: 'union',
    score: 'beside',
    settings: GENERIC,
  },
  { name: 'the same, planned each time', universe: 'union', score: 'beside', settings: CUSTOM },
  { name: 'union, score after', universe: 'union', score: 'after', settings: GENERIC },
  { name: 'btree or GIN, planned each time', universe: 'or-btree', score: 'beside', settings: CUSTOM },
  { name: 'btree or GIN, generic plan', universe: 'or-btree', score: 'beside', settings: GENERIC },
  {
    name: 'btree or GIN, generic plan, score after',
    universe: 'or-btree',
    score: 'after',
    settings: GENERIC,
  },
  { name: 'GiST or GIN, generic plan', universe: 'or-gist', score: 'beside', settings: GENERIC },
  { name: 'GiST or GIN, planned each time', universe: 'or-gist', score: 'beside', settings: CUSTOM },
  { name: 'whole table, bit mask of states', universe: 'mask-scan', score: 'beside', settings: GENERIC },
  {
    name: 'whole table, two workers',
    universe: 'mask-scan',
    score: 'beside',
    settings: { ...GENERIC, max_parallel_workers_per_gather: '2', min_parallel_table_scan_size: '0' },
  },
  {
    name: 'btree or GIN, two workers',
    universe: 'or-btree',
    score: 'beside',
    settings: { ...CUSTOM, max_parallel_workers_per_gather: '2', min_parallel_table_scan_size: '0' },
  },
];

/** What a program fails alone and may still be shown for: bits of constraints that are no matter of safety: the first three are. */
const NEAR_BITS = FAILING.map((_, bit) => 1 << bit).filter((_, bit) => bit >= 3);

const PARAMETERS = {
  x: 'float8',
  y: 'float8',
  z: 'float8',
  max: 'float8',
  south: 'float8',
  north: 'float8',
  west: 'float8',
  east: 'float8',
  state: 'smallint',
  payers: 'integer',
  ages: 'smallint',
  genders: 'smallint',
  languages: 'bigint',
  wished: 'bigint',
  w_evidence: 'float8',
  w_quality: 'float8',
  w_cost: 'float8',
  w_distance: 'float8',
  w_speed: 'float8',
  w_schedule: 'float8',
  w_preferences: 'float8',
  w_continuity: 'float8',
  w_trust: 'float8',
  fee_help: 'float8',
  cost_unknown: 'float8',
  distance_unknown: 'float8',
  preference_unknown: 'float8',
} as const;
type Parameter = keyof typeof PARAMETERS;
const NAMES = Object.keys(PARAMETERS) as Parameter[];

const p = (name: Parameter) => `$${NAMES.indexOf(name) + 1}::${PARAMETERS[name]}`;

const squared = (axis: 'x' | 'y' | 'z') => `(${axis} - ${p(axis)}) * (${axis} - ${p(axis)})`;
/** As `distanceMeters` works it out, to the metre: from the chord between two points of the unit sphere. */
const METERS = `CASE WHEN x IS NOT NULL THEN floor(0.5::float8 + 12742017.6::float8
  * asin(least(1, sqrt(${squared('x')} + ${squared('y')} + ${squared('z')}) / 2))) END`;
const REACHES = `(telehealth >> ${p('state')}) & 1 = 1`;
const ASKS_STATE = `(telehealth_open >> ${p('state')}) & 1 = 1`;
const BOX = `latitude BETWEEN ${p('south')} AND ${p('north')} AND longitude BETWEEN ${p('west')} AND ${p('east')}`;
const POINT = `point(longitude, latitude) <@ box(point(${p('west')}, ${p('south')}), point(${p('east')}, ${p('north')}))`;
const WITHOUT_PLACE = `(latitude IS NULL AND state = ${p('state')})`;
const IN_REACH = `(reaches OR meters <= 2 * ${p('max')} OR (meters IS NULL AND state = ${p('state')}))`;

const LOCATED: Record<RivalShape['universe'], string> = {
  'or-btree': `SELECT *, ${METERS} AS meters, ${REACHES} AS reaches FROM rival_program
    WHERE (${BOX}) OR states @> ARRAY[${p('state')}] OR ${WITHOUT_PLACE}`,
  'or-gist': `SELECT *, ${METERS} AS meters, ${REACHES} AS reaches FROM rival_program
    WHERE ${POINT} OR states @> ARRAY[${p('state')}] OR ${WITHOUT_PLACE}`,
  union: `SELECT r.*, ${METERS} AS meters, true AS reaches
      FROM rival_telehealth t JOIN rival_program r USING (n) WHERE t.state = ${p('state')}
    UNION ALL SELECT *, ${METERS}, false FROM rival_program WHERE ${BOX} AND NOT (${REACHES})
    UNION ALL SELECT *, NULL, false FROM rival_program WHERE ${WITHOUT_PLACE} AND NOT (${REACHES})`,
  // Of SQLite alone: a virtual table that holds the box of each place, which here is a point.
  'r-tree': `SELECT r.*, ${METERS} AS meters, true AS reaches
      FROM rival_telehealth t JOIN rival_program r USING (n) WHERE t.state = ${p('state')}
    UNION ALL SELECT r.*, ${METERS}, false FROM rival_box b CROSS JOIN rival_program r ON r.n = b.n
      WHERE b.south >= ${p('south')} - 0.0001 AND b.north <= ${p('north')} + 0.0001
        AND b.west >= ${p('west')} - 0.0001 AND b.east <= ${p('east')} + 0.0001 AND NOT (${REACHES})
    UNION ALL SELECT *, NULL, false FROM rival_program WHERE ${WITHOUT_PLACE} AND NOT (${REACHES})`,
  'mask-scan': `SELECT *, ${METERS} AS meters, ${REACHES} AS reaches FROM rival_program
    WHERE (${BOX}) OR ${REACHES} OR ${WITHOUT_PLACE}`,
};

/** 0 meets, 1 unknown, 2 fails. */
const ANY_OF = (yes: string, no: string, asked: string) =>
  `CASE WHEN ${yes} & ${asked} <> 0 THEN 0 WHEN ${no} & ${asked} = ${asked} THEN 2 ELSE 1 END`;
const VERDICTS = {
  distance: `CASE WHEN meters <= ${p('max')} THEN 0 WHEN reaches OR (${ASKS_STATE}) OR meters IS NULL THEN 1 ELSE 2 END`,
  payment: `CASE WHEN is_free OR payers_yes & ${p('payers')} <> 0 THEN 0 WHEN fee_help OR fee_open THEN 1
    WHEN payers_no & ${p('payers')} = ${p('payers')} THEN 2 ELSE 1 END`,
  age: ANY_OF('ages_yes', 'ages_no', p('ages')),
  gender: ANY_OF('genders_yes', 'genders_no', p('genders')),
  language: `CASE WHEN languages_yes & ${p('languages')} <> 0 OR interpreter THEN 0
    WHEN languages_no & ${p('languages')} = ${p('languages')} THEN 2 ELSE 1 END`,
};
const ASKED = Object.keys(VERDICTS).map((name) => `v_${name}`);
const FAILED = `failed | ${ASKED.map((verdict, i) => `((${verdict} = 2)::int << ${i + 4})`).join(' | ')}`;
const CONFIRM = `(unknown OR ${ASKED.map((verdict) => `${verdict} = 1`).join(' OR ')})`;

const COST = `CASE WHEN is_free OR payers_yes & ${p('payers')} <> 0 THEN 1 WHEN fee_help THEN ${p('fee_help')}
  WHEN fee_open OR payers_no & ${p('payers')} <> ${p('payers')} THEN ${p('cost_unknown')} ELSE 0 END`;
const COST_KNOWN = `CASE WHEN is_free OR payers_yes & ${p('payers')} <> 0 OR fee_help
  OR NOT (fee_open OR payers_no & ${p('payers')} <> ${p('payers')}) THEN 1 ELSE 0 END`;
const DISTANCE = `CASE WHEN meters IS NULL THEN ${p('distance_unknown')} ELSE exp(greatest(-700, -2 * meters / ${p('max')})) END`;
const PREFERENCES = `CASE WHEN approaches_yes & ${p('wished')} <> 0 THEN 1 WHEN approaches_no & ${p('wished')} <> 0 THEN 0
  ELSE ${p('preference_unknown')} END`;
const PREFERENCES_KNOWN = `CASE WHEN (approaches_yes | approaches_no) & ${p('wished')} <> 0 THEN 1 ELSE 0 END`;
const rounded = (sum: string) => `floor((${sum}) * 1e9::float8 + 0.5) / 1e9::float8`;
const SCORE = rounded(
  `${p('w_evidence')} * evidence + ${p('w_quality')} * quality + ${p('w_cost')} * ${COST} + ${p('w_distance')} * ${DISTANCE}
  + ${p('w_speed')} * access_speed + ${p('w_schedule')} * schedule_fit + ${p('w_preferences')} * ${PREFERENCES}
  + ${p('w_continuity')} * continuity + ${p('w_trust')} * trust`,
);
const KNOWN = rounded(
  `${p('w_evidence')} * evidence_known + ${p('w_quality')} * quality_known + ${p('w_cost')} * ${COST_KNOWN} + ${p('w_distance')} * (meters IS NOT NULL)::int
  + ${p('w_speed')} * access_speed_known + ${p('w_schedule')} * schedule_fit_known
  + ${p('w_preferences')} * ${PREFERENCES_KNOWN} + ${p('w_continuity')} * continuity_known
  + ${p('w_trust')} * trust_known`,
);

/** One statement: the histogram of what is failed, the first matches and the near misses. */
export function rivalSql({ universe, score }: RivalShape): string {
  const mayShow = `fails IN (0, ${NEAR_BITS.join(', ')})`;
  const scored =
    score === 'beside'
      ? `SELECT id, meters, fails, confirm, open, CASE WHEN ${mayShow} THEN ${SCORE} END AS score,
           CASE WHEN ${mayShow} THEN ${KNOWN} END AS known FROM judged`
      : `SELECT * FROM judged`;
  const columns = score === 'beside' ? 'score, known' : `${SCORE} AS score, ${KNOWN} AS known`;
  return `
    WITH located AS (${LOCATED[universe]} OFFSET 0),
    verdicts AS (
      SELECT *, ${Object.entries(VERDICTS)
        .map(([name, sql]) => `${sql} AS v_${name}`)
        .join(', ')}
      FROM located WHERE ${IN_REACH} OFFSET 0
    ),
    judged AS (SELECT *, ${FAILED} AS fails, ${CONFIRM} AS confirm, safety_open AS open FROM verdicts OFFSET 0),
    scored AS MATERIALIZED (${scored})
    (SELECT 'count' AS part, NULL::uuid AS id, fails, NULL::boolean AS confirm, NULL::boolean AS open,
       NULL::float8 AS score, NULL::float8 AS known, NULL::float8 AS meters, count(*) AS programs
     FROM scored GROUP BY fails)
    UNION ALL
    (SELECT 'match', id, fails, confirm, open, ${columns}, meters, NULL FROM scored WHERE fails = 0
     ORDER BY confirm, open, (meters <= ${p('max')}) IS NOT TRUE, score DESC, known DESC, meters, id LIMIT ${TOP})
    UNION ALL
    (SELECT 'near', id, fails, confirm, open, ${columns}, meters, NULL FROM scored
     WHERE fails IN (${NEAR_BITS.join(', ')}) ORDER BY score DESC, known DESC, meters, id LIMIT ${NEAR_MISSES})`;
}

/** The constraints of the treatment track that a need asks for. */
export function askedOf(need: Need): ConstraintCode[] {
  return askedConstraints(need, TREATMENT).map(({ constraint }) => constraint.code);
}

/** Makes a session ready to be asked needs in one way. */
export async function prepareRival(client: Client, shape: RivalShape): Promise<void> {
  for (const [name, value] of Object.entries(shape.settings)) await client.query(`SET ${name} = '${value}'`);
}

/** Asks PostgreSQL one need: one prepared statement, one round. */
export async function askRival(
  client: Client,
  shape: RivalShape,
  parameters: readonly unknown[],
): Promise<QueryArrayResult<RivalRow>> {
  const query = {
    name: shape.name,
    text: rivalSql(shape),
    values: [...parameters],
    rowMode: 'array' as const,
  };
  return client.query<RivalRow>(query);
}

export type RivalRow = [
  part: 'count' | 'match' | 'near',
  id: string | null,
  failed: number,
  confirm: boolean | null,
  open: boolean | null,
  score: number | null,
  known: number | null,
  meters: number | null,
  programs: string | null,
];

/** What the statement is asked with for one need. */
export function rivalParameters(need: Need, knowledge: Knowledge, codes: RivalCodes): unknown[] {
  const { place, maxDistanceMeters, state, payers, age, gender, languages, preferences } = need;
  if (!place || !maxDistanceMeters || !state || !payers || !age || !gender || !languages)
    throw new Error('The statement is written for needs that say all of this.');
  const { policy } = knowledge;
  const weighted = weigh(need, ALL_CRITERIA, policy);
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const share = (code: string) => weighted.find(({ criterion }) => criterion.code === code)!.weight / total;
  const degrees = (2 * maxDistanceMeters + 1) / 111_195;
  const widest = Math.cos(((Math.abs(place.latitude) + degrees) * Math.PI) / 180);
  const values: Record<Parameter, number | string> = {
    ...unitVector(place),
    max: maxDistanceMeters,
    south: place.latitude - degrees,
    north: place.latitude + degrees,
    west: place.longitude - degrees / widest,
    east: place.longitude + degrees / widest,
    state: stateNumber(state),
    payers: String(codes.payers.of(payers)),
    ages: String(codes.ages.of(ageGroupsOf(age))),
    genders: String(codes.genders.of([gender])),
    languages: String(codes.languages.of(languages)),
    wished: String(codes.approaches.of(preferences.approaches)),
    w_evidence: share('evidence'),
    w_quality: share('quality'),
    w_cost: share('cost'),
    w_distance: share('distance'),
    w_speed: share('access_speed'),
    w_schedule: share('schedule_fit'),
    w_preferences: share('preferences'),
    w_continuity: share('continuity'),
    w_trust: share('trust'),
    fee_help: policy.curves.cost.feeHelp,
    cost_unknown: policy.criteria.cost.unknown,
    distance_unknown: policy.criteria.distance.unknown,
    preference_unknown: policy.criteria.preferences.unknown,
  };
  return NAMES.map((name) => values[name]);
}

/** The statement's rows as every engine answers. */
export function readRival(rows: readonly RivalRow[], need: Need): TopMatches {
  const counts = FAILING.map((constraint) => ({ constraint, failed: 0, failedOnly: 0 }));
  let universe = 0;
  let total = 0;
  const matches: TopMatches['matches'][number][] = [];
  const nearMisses: TopMatches['nearMisses'][number][] = [];
  for (const [part, id, failed, confirm, , score, , meters, programs] of rows) {
    const distanceMeters = meters ?? undefined;
    if (part === 'match') {
      matches.push({ id: id!, tier: confirm ? 'confirm_first' : 'meets_all', score: score!, distanceMeters });
      continue;
    }
    if (part === 'near') {
      nearMisses.push({ id: id!, score: score!, failing: FAILING[Math.log2(failed)]!, distanceMeters });
      continue;
    }
    const many = Number(programs);
    universe += many;
    if (failed === 0) total = many;
    counts.forEach((count, bit) => {
      if ((failed & (1 << bit)) === 0) return;
      count.failed += many;
      if (failed === 1 << bit) count.failedOnly += many;
    });
  }
  const asked = askedOf(need);
  return {
    universe,
    total,
    matches,
    nearMisses,
    excluded: asked.flatMap((code) =>
      counts.filter(({ constraint, failed }) => constraint === code && failed > 0),
    ),
  };
}
