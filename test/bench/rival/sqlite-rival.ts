import Database from 'libsql';
import type { Candidate } from '../../../src/core/matching/candidate.js';
import type { Need } from '../../../src/core/matching/need.js';
import type { Knowledge } from '../../../src/core/matching/rules/constraint.js';
import { TREATMENT } from '../bench-needs.js';
import type { TopMatches } from '../match-engine.js';
import { readRival, type RivalRow, type RivalShape, rivalSql } from './rival-query.js';
import { byPlace, COLUMNS, type Row, rowOf, type RivalCodes, telehealthStates } from './rival-table.js';

/** SQLite in this process, with the table that PostgreSQL has and an R*Tree of the places, all of it in memory. */
export class SqliteRival {
  private readonly statement: Database.Statement;

  private constructor(database: Database.Database, shape: RivalShape) {
    this.statement = database.prepare(inSqlite(rivalSql(shape))).raw();
  }

  /** @param shape any need of the kind that will be asked, for what is worked out beforehand */
  static filledWith(
    candidates: readonly Candidate[],
    shape: Need,
    knowledge: Knowledge,
    codes: RivalCodes,
  ): SqliteRival {
    const database = new Database(':memory:');
    const names = Object.keys(COLUMNS) as (keyof Row)[];
    const types = Object.entries(COLUMNS).map(([name, type]) =>
      name === 'n' ? 'n INTEGER PRIMARY KEY' : `${name} ${SQLITE_TYPES[type] ?? 'INTEGER'}`,
    );
    database.exec(`
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -262144;
      CREATE TABLE rival_program (${types.join(', ')});
      CREATE TABLE rival_telehealth (state INTEGER, n INTEGER, PRIMARY KEY (state, n)) WITHOUT ROWID;
      CREATE VIRTUAL TABLE rival_box USING rtree(n, south, north, west, east);
      BEGIN;`);
    const addProgram = database.prepare(
      `INSERT INTO rival_program VALUES (${names.map(() => '?').join(', ')})`,
    );
    const addState = database.prepare('INSERT INTO rival_telehealth VALUES (?, ?)');
    const addBox = database.prepare('INSERT INTO rival_box VALUES (?, ?, ?, ?, ?)');
    const treating = candidates.filter((candidate) => TREATMENT.includes(candidate)).sort(byPlace);
    for (const [n, candidate] of treating.entries()) {
      const row = rowOf(candidate, n, shape, knowledge, codes);
      addProgram.run(
        ...names.map((name) => (typeof row[name] === 'boolean' ? Number(row[name]) : row[name])),
      );
      for (const state of telehealthStates(candidate, shape)) addState.run(state, n);
      const { latitude, longitude } = row;
      if (latitude !== null) addBox.run(n, latitude, latitude, longitude, longitude);
    }
    database.exec(`
      COMMIT;
      CREATE INDEX rival_without_place ON rival_program (state) WHERE latitude IS NULL;
      ANALYZE;`);
    return new SqliteRival(database, { name: 'SQLite', universe: 'r-tree', score: 'beside', settings: {} });
  }

  /** @param parameters see `rivalParameters` */
  ask(parameters: readonly unknown[]): RivalRow[] {
    return this.statement.all(...parameters.map(asNumber)) as RivalRow[];
  }

  top(parameters: readonly unknown[], need: Need): TopMatches {
    return readRival(this.ask(parameters), need);
  }
}

const SQLITE_TYPES: Readonly<Record<string, string>> = {
  float8: 'REAL',
  'float8 NOT NULL': 'REAL NOT NULL',
  'uuid NOT NULL': 'TEXT NOT NULL',
};

/** Masks are written as texts for PostgreSQL. */
function asNumber(parameter: unknown): unknown {
  return typeof parameter === 'string' ? BigInt(parameter) : parameter;
}

/** The statement in the words of SQLite: it has no types to cast to, and orders no part of a union by itself. */
function inSqlite(sql: string): string {
  return (
    sql
      .replace(/::[a-z0-9]+/g, '')
      .replace(/\$(\d+)/g, '?$1')
      .replace(/\bleast\(/g, 'min(')
      .replace(/\bgreatest\(/g, 'max(')
      .replace(/ OFFSET 0\b/g, '')
      // Each step is kept: SQLite would else work out the same again in every place that names it (about twice as slow).
      .replace(/AS \(\s*SELECT/g, 'AS MATERIALIZED (SELECT')
      .replace(/\(SELECT '(count|match|near)'/g, "SELECT * FROM (SELECT '$1'")
  );
}
