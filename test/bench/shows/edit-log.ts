import type { DataSource } from 'typeorm';
import type { Candidate } from '../../../src/core/matching/candidate.js';
import type { Querying } from '../../../src/database/querying.js';
import { takeWriterLock } from '../../../src/database/writer-lock.js';
import { publishedPrograms } from '../../../src/directory/program.queries.js';
import type { PublishedProgramRow } from '../../../src/directory/program-row.js';
import type { SeededDraw } from '../../../src/interchange/demo/seeded-draw.js';
import { readPrograms } from '../../../src/matching/live/read-programs.js';

/** What became of a program: it has the facts of one, and the place of one, as they first were. */
interface State {
  readonly factsOf: string;
  readonly placeOf: string;
  readonly status: 'published' | 'withdrawn';
}

/** What one transaction did, and the version of the directory since. */
interface LoggedEdits {
  readonly version: number;
  readonly states: ReadonlyMap<string, State>;
}

const MOST_AT_ONCE = 16;

/** Edits programs, and knows of every version of the directory what it held. */
export class EditLog {
  private readonly now = new Map<string, State>();
  private readonly log: LoggedEdits[] = [];
  edits = 0;

  private constructor(
    private readonly dataSource: DataSource,
    private readonly first: ReadonlyMap<string, PublishedProgramRow>,
    private readonly firstVersion: number,
    private readonly day: string,
  ) {}

  static async begin(dataSource: DataSource, firstVersion: number, day: string): Promise<EditLog> {
    await dataSource.query('CREATE TABLE first_seen AS SELECT id, facts, location_id FROM program');
    await dataSource.query('ALTER TABLE first_seen ADD PRIMARY KEY (id)');
    const all: { id: string }[] = await dataSource.query('SELECT id FROM program');
    const rows = await publishedPrograms(
      dataSource.manager,
      all.map(({ id }) => id),
    );
    return new EditLog(dataSource, new Map(rows.map((row) => [row.id, row])), firstVersion, day);
  }

  get versions(): ReadonlySet<number> {
    return new Set([this.firstVersion, ...this.log.map(({ version }) => version)]);
  }

  get lastVersion(): number {
    return this.log.at(-1)?.version ?? this.firstVersion;
  }

  /** A few programs take the facts or the place of others, are withdrawn, or come back; in one transaction. */
  async edit(draw: SeededDraw, most: number): Promise<void> {
    const ids = [...this.first.keys()];
    const states = new Map<string, State>();
    const count = draw.between(1, Math.min(MOST_AT_ONCE, most));
    for (let each = 0; each < count; each++) {
      const id = draw.pick(ids);
      const state = this.now.get(id) ?? { factsOf: id, placeOf: id, status: 'published' };
      const other = draw.pick(ids);
      const isOut = state.status === 'withdrawn';
      states.set(
        id,
        isOut || draw.between(1, 5) === 1
          ? { ...state, status: isOut ? 'published' : 'withdrawn' }
          : draw.between(1, 2) === 1
            ? { ...state, factsOf: other }
            : { ...state, placeOf: other },
      );
    }
    const version = await this.write(states);
    for (const [id, state] of states) this.now.set(id, state);
    this.log.push({ version, states });
    this.edits += states.size;
  }

  private write(states: ReadonlyMap<string, State>): Promise<number> {
    const column = (read: (state: State) => string) => [...states.values()].map(read);
    return this.dataSource.transaction(async (manager) => {
      await takeWriterLock(manager);
      await manager.query(
        `UPDATE program p
            SET facts = f.facts, location_id = l.location_id, status = e.status,
                version = p.version + 1, updated_at = now()
           FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) AS e(id, facts_of, place_of, status)
           JOIN first_seen f ON f.id = e.facts_of JOIN first_seen l ON l.id = e.place_of
          WHERE p.id = e.id`,
        [
          [...states.keys()],
          column(({ factsOf }) => factsOf),
          column(({ placeOf }) => placeOf),
          column(({ status }) => status),
        ],
      );
      const told: { seq: string }[] = await manager.query(
        `INSERT INTO change (entity, entity_id, kind, version)
         SELECT 'program', id::text, CASE status WHEN 'published' THEN 'changed' ELSE 'withdrawn' END, version
           FROM program WHERE id = ANY($1) RETURNING seq`,
        [[...states.keys()]],
      );
      return Math.max(...told.map(({ seq }) => Number(seq)));
    });
  }

  /** Every program as the engine knew it at each of some versions, in their order. */
  async *replay(versions: readonly number[]): AsyncGenerator<[version: number, candidates: Candidate[]]> {
    const standing = new Map<string, Candidate>();
    for (const candidate of await this.candidatesOf([...this.first.values()]))
      standing.set(candidate.id, candidate);
    let at = 0;
    for (const version of [...new Set(versions)].sort((a, b) => a - b)) {
      const changed = new Map<string, State>();
      for (; at < this.log.length && this.log[at]!.version <= version; at++)
        for (const [id, state] of this.log[at]!.states) changed.set(id, state);
      for (const id of changed.keys()) standing.delete(id);
      const rows = [...changed].filter(([, { status }]) => status === 'published');
      for (const candidate of await this.candidatesOf(rows.map(([id, state]) => this.rowOf(id, state))))
        standing.set(candidate.id, candidate);
      yield [version, [...standing.values()]];
    }
  }

  private rowOf(id: string, { factsOf, placeOf }: State): PublishedProgramRow {
    const { street1, street2, city, state, postalCode, latitude, longitude, coordinatePrecision, timeZone } =
      this.first.get(placeOf)!;
    return {
      ...this.first.get(id)!,
      facts: this.first.get(factsOf)!.facts,
      street1,
      street2,
      city,
      state,
      postalCode,
      latitude,
      longitude,
      coordinatePrecision,
      timeZone,
    };
  }

  private async candidatesOf(rows: readonly PublishedProgramRow[]): Promise<Candidate[]> {
    const answering: Querying = { query: async <Rows>() => rows as Rows };
    const ids = rows.map(({ id }) => id);
    return (await readPrograms(answering, this.day, ids)).map(({ candidate }) => candidate);
  }
}
