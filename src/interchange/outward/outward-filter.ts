import type { SqlStatement } from '../../database/sql-statement.js';
import { distanceSql, termSql } from '../../directory/program-search.queries.js';
import type { TermQuery } from '../../directory/search-words.queries.js';
import type { ListKey, ValueKey } from '../../core/directory/fact-keys.js';

/** What a program must be known to have: one of some codes, or any. A code that is unknown or `no` does not count. */
export type WantedFact =
  | { readonly list: ListKey; readonly codes?: readonly string[] }
  | { readonly medications: true; readonly codes?: readonly string[] }
  | { readonly values: readonly ValueKey[] };

/** From the first moment up to, not including, the last; without one, open. */
export interface TimeSpan {
  readonly from?: Date;
  readonly until?: Date;
}

const TABLES = { program: 'p', organization: 'o', location: 'l' } as const;
const TEXT_COLUMNS = {
  name: 'p.name',
  nameDetail: 'p.name_detail',
  organization: 'o.name',
  organizationState: 'o.state',
  street: 'l.street1',
  city: 'l.city',
  state: 'l.state',
  postalCode: 'l.postal_code',
} as const;
export type TextColumn = keyof typeof TEXT_COLUMNS;

/** Which programs a list shows. All conditions must hold. */
export interface OutwardFilter {
  readonly ids?: readonly string[];
  readonly locationIds?: readonly string[];
  readonly terms?: readonly TermQuery[];
  readonly facts?: readonly WantedFact[];
  readonly organizationIds?: readonly string[];
  /** What changed last in these spans of time; of the program, of its organization or of its place. */
  readonly modified?: {
    readonly of: 'program' | 'organization' | 'location';
    readonly spans: readonly TimeSpan[];
  };
  /** Withdrawn programs too, so that a copy learns of them. */
  readonly withdrawn?: true;
  readonly postalCode?: string;
  /** Each time, one of these columns begins with one of these texts, in any letters. */
  readonly begins?: readonly { readonly columns: readonly TextColumn[]; readonly texts: readonly string[] }[];
  /** At most this far from a point. */
  readonly within?: { readonly latitude: number; readonly longitude: number; readonly meters: number };
}

/** The condition of a filter over `program p`, `organization o`, `location l`. */
export function filterSql(filter: OutwardFilter, statement: SqlStatement): string {
  const among = (column: string, ids: readonly string[] | undefined) =>
    ids === undefined ? [] : [`${column} = ANY(${statement.bind(ids)}::uuid[])`];
  return [
    filter.withdrawn ? 'true' : `p.status = 'published'`,
    ...among('p.id', filter.ids),
    ...among('l.id', filter.locationIds),
    ...among('o.id', filter.organizationIds),
    ...(filter.terms ?? []).map((term) => termSql(term, statement)),
    ...(filter.facts ?? []).map((fact) => factSql(fact, statement)),
    ...modifiedSql(filter, statement),
    ...(filter.begins ?? []).map(({ columns, texts }) => beginsSql(columns, texts, statement)),
    ...(filter.postalCode === undefined ? [] : [`l.postal_code = ${statement.bind(filter.postalCode)}`]),
    ...(filter.within
      ? [`${distanceSql(filter.within, statement)} <= ${statement.bind(filter.within.meters)}`]
      : []),
  ].join(' AND ');
}

/** Moments are shown in milliseconds, and the database keeps microseconds. */
function modifiedSql({ modified }: OutwardFilter, statement: SqlStatement): string[] {
  const moment = modified && `date_trunc('milliseconds', ${TABLES[modified.of]}.updated_at)`;
  return (modified?.spans ?? []).flatMap(({ from, until }) => [
    ...(from ? [`${moment} >= ${statement.bind(from)}`] : []),
    ...(until ? [`${moment} < ${statement.bind(until)}`] : []),
  ]);
}

function beginsSql(
  columns: readonly TextColumn[],
  texts: readonly string[],
  statement: SqlStatement,
): string {
  const any = columns.map((column) => `starts_with(search_fold(${TEXT_COLUMNS[column]}), search_fold(text))`);
  return `EXISTS (SELECT FROM unnest(${statement.bind(texts)}::text[]) AS text WHERE ${any.join(' OR ')})`;
}

function factSql(fact: WantedFact, statement: SqlStatement): string {
  if ('values' in fact)
    return `EXISTS (SELECT FROM unnest(${statement.bind(fact.values)}::text[]) AS key
      WHERE p.facts #>> ARRAY['values', key, 'value'] <> 'false')`;
  const [path, stances] =
    'list' in fact
      ? [`p.facts #> ARRAY['lists', ${statement.bind(fact.list)}, 'codes']`, ['yes']]
      : [`p.facts -> 'medications'`, ['starts', 'continues']];
  const stated = statement.bind(stances);
  if (fact.codes !== undefined)
    return `EXISTS (SELECT FROM unnest(${statement.bind(fact.codes)}::text[]) AS code
      WHERE (${path}) -> code ->> 'stance' = ANY(${stated}::text[]))`;
  return `EXISTS (SELECT FROM jsonb_each(coalesce(${path}, '{}')) AS one WHERE one.value ->> 'stance' = ANY(${stated}::text[]))`;
}
