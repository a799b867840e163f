import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { ChangePage } from '../../../src/feed/change-feed.dto.js';
import { CursorCodec } from '../../../src/http/pages/cursor.js';
import { committedContract } from '../../support/contract/contract.js';
import { program } from '../../support/program-intakes.js';
import { clientOptions } from '../../support/test-database.js';
import { type Person, WholeService } from '../../support/whole-service.js';

let service: WholeService;
let reader: Person;
let editor: Person;
beforeAll(async () => {
  service = await WholeService.open();
  reader = await service.person('Connie Editor', 'directory-editor');
  editor = await service.person('Eve Editor', 'directory-editor');
});
afterAll(() => service.close());

async function changes(query = ''): Promise<ChangePage> {
  const response = await reader.get(`/v1/changes?${query}`);
  expect([response.status, response.body.errors]).toEqual([200, undefined]);
  return response.body as ChangePage;
}
const now = async () => (await changes('since=now')).next;
const clinic = (number: number) => program(`Clinic ${number}`, { conditions: { yes: ['alcohol'] } });

async function rename(id: string, name: string): Promise<void> {
  const tag = (await service.get(`/v1/programs/${id}`)).headers['etag']!;
  const response = await editor
    .patch(`/v1/programs/${id}`, { name, why: 'It has a new name.' })
    .set('if-match', tag);
  expect(response.status).toBe(200);
}

describe('GET /v1/changes', () => {
  it('lists what was created, changed and withdrawn, in order, with its address', async () => {
    const since = await now();
    await service.store('survey', [clinic(1), clinic(2)]);
    const created = await changes(`since=${since}`);
    const ids = created.items.map(({ id }) => id);
    await rename(ids[0]!, 'Clinic A');
    await service.store('survey', [clinic(1)]);
    const page = await changes(`since=${since}`);
    expect(page).toEqual({
      items: [
        ['created', ids[0], 1],
        ['created', ids[1], 1],
        ['changed', ids[0], 2],
        ['withdrawn', ids[1], 2],
      ].map(([kind, id, version]) => ({
        seq: expect.any(Number),
        cursor: expect.any(String),
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        entity: 'program',
        id,
        kind,
        version,
        link: `/v1/programs/${id}`,
      })),
      next: page.items.at(-1)!.cursor,
      hasMore: false,
    });
    expect((await reader.get(page.items[3]!.link)).body).toMatchObject({ id: ids[1], status: 'withdrawn' });
    expect(await changes(`since=${page.next}`)).toEqual({ items: [], next: page.next, hasMore: false });
  });

  it('begins with everything, the works of the evidence registry among it, and leads from page to page', async () => {
    const all = await changes('limit=1000');
    const counts = Object.fromEntries(
      await service.dataSource
        .query<{ entity: string; count: number }[]>(
          `SELECT 'approach' AS entity, count(*)::int FROM approach UNION ALL
           SELECT 'citation', count(*)::int FROM citation UNION ALL SELECT 'rating', count(*)::int FROM rating`,
        )
        .then((rows) => rows.map(({ entity, count }) => [entity, count])),
    );
    const created = all.items.filter(({ kind, entity }) => kind === 'created' && entity !== 'program');
    expect(
      Object.entries(counts).map(([entity]) => [
        entity,
        created.filter((one) => one.entity === entity).length,
      ]),
    ).toEqual(Object.entries(counts));
    expect(await changes('limit=1000&since=start')).toEqual(all);

    const walked: ChangePage['items'] = [];
    let link: string | undefined = '/v1/changes?limit=97';
    while (link !== undefined) {
      const response = await reader.get(link);
      const page = response.body as ChangePage;
      walked.push(...page.items);
      link = /<([^>]+)>; rel="next"/.exec(response.headers['link'] ?? '')?.[1];
      expect(page.hasMore).toBe(link !== undefined);
    }
    expect(walked).toEqual(all.items);
  });

  it('continues after any change', async () => {
    const all = await changes('limit=1000');
    const rest = await changes(`limit=1000&since=${all.items[4]!.cursor}`);
    expect(rest.items).toEqual(all.items.slice(5));
  });

  it('lists only some kinds if requested, and accepts a cursor for the same request only', async () => {
    const ratings = await changes('entity=rating,approach&limit=1000');
    expect(new Set(ratings.items.map(({ entity }) => entity))).toEqual(new Set(['rating', 'approach']));
    // All later changes were of another kind: the next request does not read them again.
    expect(ratings.next).not.toBe(ratings.items.at(-1)!.cursor);
    expect((await changes(`entity=approach,rating&since=${ratings.next}`)).items).toEqual([]);
    for (const query of ['', '&entity=program']) {
      const refused = await reader.get(`/v1/changes?since=${ratings.next}${query}`);
      expect(refused.status).toBe(400);
    }
  });

  it('answers 304 without changes, and is cached by the client only', async () => {
    const since = await now();
    const first = await reader.get(`/v1/changes?since=${since}`);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const tag = first.headers['etag']!;
    const again = await reader.get(`/v1/changes?since=${since}`).set('if-none-match', tag);
    expect([again.status, again.text]).toEqual([304, '']);
    await service.store('survey', [clinic(1), clinic(3)]);
    const news = await reader.get(`/v1/changes?since=${since}`).set('if-none-match', tag);
    expect(news.status).toBe(200);
    expect((news.body as ChangePage).items).toHaveLength(1);
  });

  it('needs a key', async () => {
    const refused = await service.get('/v1/changes');
    expect(refused.status).toBe(401);
  });

  it.each([
    ['since=yesterday', 'since', /is not a cursor/],
    ['since=', 'since', /blank/],
    ['limit=1001', 'limit', /from 1 to 1000/],
    ['wait=26', 'wait', /from 0 to 25/],
    ['entity=programs', 'entity', /did you mean "program"/],
    ['cursor=x', 'cursor', /unknown parameter/],
  ])('refuses ?%s by name', async (query, parameter, message) => {
    const refused = await reader.get(`/v1/changes?${query}`);
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0]).toMatchObject({ parameter, message: expect.stringMatching(message) });
  });

  it('refuses a cursor that was tampered with, and one of another installation', async () => {
    const cursor = await now();
    const [payload, signature] = cursor.split('.') as [string, string];
    const [seq, stamp] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [number, string];
    const other = Buffer.from(JSON.stringify([seq - 1, stamp])).toString('base64url');
    const theirs = new CursorCodec(randomBytes(32)).encode('changes "all"', [seq, stamp]);
    for (const wrong of [`${other}.${signature}`, `${payload}.AAAA`, theirs]) {
      const refused = await reader.get(`/v1/changes?since=${wrong}`);
      expect(refused.status).toBe(400);
      expect(refused.body.errors).toEqual([
        { parameter: 'since', message: expect.stringContaining('is not a cursor of this list') },
      ]);
    }
  });

  it('says 410 to a place that a restored database never reached, even once it is past it', async () => {
    const [{ seq, at }]: [{ seq: string; at: string }] = await service.dataSource.query(
      `INSERT INTO change (entity, entity_id, kind, version) VALUES ('approach', 'cbt', 'changed', 9)
       RETURNING seq, at::text`,
    );
    const cursor = await now();
    await service.dataSource.query('DELETE FROM change WHERE seq = $1', [seq]);
    const gone = async () => {
      const response = await reader.get(`/v1/changes?since=${cursor}`);
      expect([response.status, response.body.errors]).toEqual([
        410,
        [{ parameter: 'since', message: expect.stringContaining('start again with a full copy') }],
      ]);
      const shown = committedContract().operations.find(({ operationId }) => operationId === 'changesList');
      const { example } = shown!.responses['410']!.content!['application/problem+json']!;
      expect({ ...(example as object), requestId: response.body.requestId }).toEqual(response.body);
    };
    await gone();
    await service.dataSource.query(
      `INSERT INTO change (seq, entity, entity_id, kind, version, at) OVERRIDING SYSTEM VALUE
       VALUES ($1, 'approach', 'cbt', 'changed', 9, $2::timestamptz + interval '1 minute')`,
      [seq, at],
    );
    await gone();
  });
});

describe('Waiting for a change', () => {
  it('ends when it is committed, by any process, and does not wait to the end', async () => {
    const since = await now();
    const waiting = changes(`since=${since}&wait=25`);
    await sleep(50);
    await service.store('survey', [clinic(1), clinic(4)]);
    const { items } = await waiting;
    expect(items.length).toBeGreaterThan(0);
  });

  it('goes on while only other things change', async () => {
    const { next } = await changes('since=now&entity=rating');
    let isDone = false;
    const waiting = changes(`since=${next}&entity=rating&wait=1`).then((page) => {
      isDone = true;
      return page;
    });
    await service.store('survey', [clinic(1), clinic(5)]);
    expect(isDone).toBe(false);
    const page = await waiting;
    expect(page.items).toEqual([]);
    expect(page.next).not.toBe(next);
  });

  it('answers a key that was revoked meanwhile with nothing more', async () => {
    const { key, token } = await service.makeKey({ name: 'Leaked', scopes: ['changes'] });
    const admin = await service.person('Ada Admin', 'administrator');
    const since = await now();
    const waiting = service
      .holder(token, key)
      .get(`/v1/changes?since=${since}&wait=20`)
      .then((response) => response);
    await sleep(50);
    await admin.post(`/v1/keys/${key.id}/revoke`);
    await service.store('survey', [clinic(1), clinic(6)]);
    const { status, body } = await waiting;
    expect([status, body.detail]).toEqual([401, expect.stringContaining('was revoked')]);
  });

  it('ends empty when the process is stopped', async () => {
    const neighbor = await service.neighbor();
    const person = await neighbor.person('Wanda', 'directory-editor');
    const since = await now();
    const answer = person.get(`/v1/changes?since=${since}&wait=25`).then((response) => response);
    await sleep(200);
    await neighbor.close();
    const stillWaits = sleep(20_000, 'still waits', { ref: false });
    expect(await Promise.race([answer.then(({ body }) => (body as ChangePage).items), stillWaits])).toEqual(
      [],
    );
  });
});

describe('Concurrent writers', () => {
  /** A connection that writes to the table of changes without taking the writer lock, as by hand. */
  async function careless<Done>(use: (client: Client) => Promise<Done>): Promise<Done> {
    const client = new Client(clientOptions(service.connection));
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  }
  const change = (code: string) =>
    `INSERT INTO change (entity, entity_id, kind, version) VALUES ('approach', '${code}', 'changed', 2)`;
  const codes = ({ items }: ChangePage) => items.map(({ id }) => id);

  /** One takes its number first and commits last; returns what a reader saw in between, and afterwards. */
  async function race(end: 'COMMIT' | 'ROLLBACK'): Promise<string[][]> {
    return careless((slow) =>
      careless(async (quick) => {
        let since = await now();
        const read = async () => {
          const page = await changes(`since=${since}`);
          since = page.next;
          return codes(page);
        };
        await slow.query('BEGIN');
        await slow.query(change('first'));
        const second = quick.query(change('second'));
        const isDone = await Promise.race([second.then(() => true), sleep(100).then(() => false)]);
        const meanwhile = await read();
        await slow.query(end);
        await second;
        return [meanwhile, await read(), [String(isDone)]];
      }),
    );
  }

  it('take turns, so that a reader never passes a number that is still to come', async () => {
    expect(await race('COMMIT')).toEqual([[], ['first', 'second'], ['false']]);
  });

  it('lose nothing if one rolls back', async () => {
    expect(await race('ROLLBACK')).toEqual([[], ['second'], ['false']]);
  });

  it('would lose the first if the table did not make them take turns', async () => {
    await service.dataSource.query('ALTER TABLE change DISABLE TRIGGER become_writer_of_changes');
    try {
      expect(await race('COMMIT')).toEqual([['second'], [], ['true']]);
    } finally {
      await service.dataSource.query('ALTER TABLE change ENABLE TRIGGER become_writer_of_changes');
    }
  });
});
