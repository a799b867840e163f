import type { DataSource } from 'typeorm';
import { SqlStatement } from '../database/sql-statement.js';
import { SHOWN_LATITUDE, SHOWN_LONGITUDE } from './door.queries.js';
import type { ProgramQuery, ProgramSort } from './program-search.dto.js';
import type { TermQuery } from './search-words.queries.js';
import type { PublishedProgramRow } from './program-row.js';
import { PROGRAM_ROW_COLUMNS, PROGRAM_ROW_TABLES } from './program.queries.js';
import { facetsOf, tagsAsked } from './search-facets.js';

/** The parameters of a search, with everything looked up that SQL needs. */
export interface Search {
  readonly query: ProgramQuery;
  /** What `q` asks for: a program has to have every term. Absent without words. */
  readonly terms?: readonly TermQuery[];
  /** `q` folded, for names that begin with it. */
  readonly typed?: string;
  readonly place?: { readonly latitude: number; readonly longitude: number };
  readonly sort: ProgramSort;
  readonly limit: number;
  readonly after?: { readonly value: string | number; readonly id: string };
}

export interface FoundRow extends PublishedProgramRow {
  distanceMeters: number | null;
  evidenceStrength: number;
  sortValue: string | number;
}

export async function findPrograms(dataSource: DataSource, search: Search): Promise<FoundRow[]> {
  const statement = new SqlStatement();
  const distance = distanceSql(search.place, statement);
  const strength = strengthSql(search, statement);
  const { expression, direction } = sortSql(search, distance, strength, statement);
  const where = whereSql(search, statement);
  const after = search.after
    ? ` AND (found."sortValue", found.id) ${direction === 'ASC' ? '>' : '<'} (${statement.bind(search.after.value)}, ${statement.bind(search.after.id)}::uuid)`
    : '';
  return dataSource.query(
    `SELECT * FROM (
       SELECT ${PROGRAM_ROW_COLUMNS}, ${distance} AS "distanceMeters", ${strength} AS "evidenceStrength",
              ${expression} AS "sortValue"
         FROM ${PROGRAM_ROW_TABLES}
        WHERE ${where}) found
      WHERE true${after}
      ORDER BY found."sortValue" ${direction}, found.id ${direction}
      LIMIT ${statement.bind(search.limit + 1)}`,
    statement.parameters,
  );
}

/** The number of programs found, and for each code how many of them have a yes. */
export async function countPrograms(
  dataSource: DataSource,
  search: Search,
): Promise<{ total: number; facets: Record<string, Record<string, number>> }> {
  const statement = new SqlStatement();
  const where = whereSql(search, statement);
  const rows: { tag: string | null; count: string }[] = await dataSource.query(
    `WITH found AS MATERIALIZED (SELECT p.tags, l.state FROM ${PROGRAM_ROW_TABLES} WHERE ${where})
     SELECT NULL AS tag, count(*) FROM found
     UNION ALL
     SELECT tag, count(*) FROM found, unnest(tags) AS tag GROUP BY tag
     UNION ALL
     SELECT 'state:' || state, count(*) FROM found GROUP BY state
      ORDER BY 2 DESC, 1`,
    statement.parameters,
  );
  const total = Number(rows.find(({ tag }) => tag === null)?.count ?? 0);
  const counts = rows.flatMap(({ tag, count }) => (tag === null ? [] : [[tag, Number(count)] as const]));
  return { total, facets: facetsOf(counts) };
}

/** Codes of the evidence registry. */
export async function approachCodes(dataSource: DataSource): Promise<string[]> {
  const rows: { code: string }[] = await dataSource.query('SELECT code FROM approach ORDER BY code');
  return rows.map(({ code }) => code);
}

/** Binds only what it uses: PostgreSQL refuses a statement with a parameter that does not occur in it. */
function whereSql(search: Search, statement: SqlStatement): string {
  const { query, place } = search;
  return [
    `p.status = 'published'`,
    ...(search.terms ?? []).map((term) => termSql(term, statement)),
    ...tagsAsked(query).map((tags) => `p.tags && ${statement.bind(tags)}::text[]`),
    ...placeOfCareSql(query, statement),
    ...(query.maxCost === undefined ? [] : [`p.lowest_weekly_price <= ${statement.bind(query.maxCost)}`]),
    ...(query.verifiedSince === undefined
      ? []
      : [`p.verified_on >= ${statement.bind(query.verifiedSince)}::date`]),
    ...(place && query.radiusKm !== undefined
      ? [`${distanceSql(search.place, statement)} <= ${statement.bind(query.radiusKm * 1000)}`]
      : []),
  ].join(' AND ');
}

/**
 * How and where care is given. Visits are where the program is located; telehealth is where the program treats people by
 * it, since a license ends at a state line.
 */
function placeOfCareSql({ modality, state }: ProgramQuery, statement: SqlStatement): string[] {
  const given = (modes: readonly string[]) =>
    `p.tags && ${statement.bind(modes.map((mode) => `modality:${mode}`))}::text[]`;
  const states = state && `${statement.bind(state)}::text[]`;
  const located = states && `l.state = ANY(${states})`;
  if (!modality) return located ? [located] : [];
  if (!located) return [given(modality)];
  const reached = `EXISTS (SELECT FROM unnest(${states}) AS each
    WHERE p.facts #>> ARRAY['lists', 'telehealthStates', 'codes', each, 'stance'] = 'yes')`;
  const visits = modality.filter((mode) => mode !== 'telehealth');
  const ways = [
    ...(visits.length > 0 ? [`(${given(visits)} AND ${located})`] : []),
    ...(visits.length < modality.length ? [`(${given(['telehealth'])} AND ${reached})`] : []),
  ];
  return [`(${ways.join(' OR ')})`];
}

/**
 * Great-circle metres (haversine, mean Earth radius): the same formula as in the matching core. `least` ignores NULL,
 * so a program without a location is handled separately: its distance is unknown, NULL.
 */
export function distanceSql(place: Search['place'], statement: SqlStatement): string {
  if (!place) return 'NULL::double precision';
  const latitude = `${statement.bind(place.latitude)}::double precision`;
  const longitude = `${statement.bind(place.longitude)}::double precision`;
  return `CASE WHEN ${SHOWN_LATITUDE} IS NOT NULL THEN round(2 * 6371008.8 * asin(sqrt(least(1,
    sin(radians(${SHOWN_LATITUDE} - ${latitude}) / 2) ^ 2 + cos(radians(${latitude})) * cos(radians(${SHOWN_LATITUDE}))
    * sin(radians(${SHOWN_LONGITUDE} - ${longitude}) / 2) ^ 2)))) END`;
}

function strengthSql({ query }: Search, statement: SqlStatement): string {
  return `coalesce((p.evidence_strength ->> ${statement.bind(query.condition?.[0] ?? 'any')})::double precision, 0)`;
}

/** Sort fields are chosen here and never come from a request. */
function sortSql(
  search: Search,
  distance: string,
  strength: string,
  statement: SqlStatement,
): { expression: string; direction: 'ASC' | 'DESC' } {
  switch (search.sort) {
    case 'relevance':
      return {
        expression: relevanceSql(search, statement),
        direction: 'DESC',
      };
    case 'distance':
      return { expression: `coalesce(${distance}, 1e12)`, direction: 'ASC' };
    case 'evidence':
      return { expression: strength, direction: 'DESC' };
    case 'name':
      return { expression: `lower(p.name) COLLATE "C"`, direction: 'ASC' };
  }
}

/** The condition that a program has a term, in its texts, by a code, or by its state; over `PROGRAM_ROW_TABLES`. */
export function termSql({ text, tags, states }: TermQuery, statement: SqlStatement): string {
  const any = [
    ...(text === null ? [] : [`p.search_vector @@ to_tsquery('simple', ${statement.bind(text)})`]),
    ...(tags.length === 0 ? [] : [`p.tags && ${statement.bind(tags)}::text[]`]),
    ...(states.length === 0 ? [] : [`l.state = ANY(${statement.bind(states)}::text[])`]),
  ];
  return `(${any.join(' OR ')})`;
}

/**
 * A name that is what was typed comes first, then one that begins with it, then by how often and where the words stand:
 * in the name, or elsewhere.
 */
function relevanceSql({ terms = [], typed = '' }: Search, statement: SqlStatement): string {
  const texts = terms.flatMap(({ text }) => (text === null ? [] : [`(${text})`]));
  const name = 'search_fold(p.name)';
  const begins = statement.bind(typed);
  const named = `CASE WHEN ${name} = ${begins} THEN 2 WHEN starts_with(${name}, ${begins} || ' ') THEN 1
                      WHEN length(${begins}) > 2 AND starts_with(${name}, ${begins}) THEN 0.9 ELSE 0 END`;
  const rank =
    texts.length === 0
      ? '0'
      : `ts_rank(p.search_vector, to_tsquery('simple', ${statement.bind(texts.join(' | '))}))`;
  return `round((${named} + ${rank})::numeric, 6)::double precision`;
}
