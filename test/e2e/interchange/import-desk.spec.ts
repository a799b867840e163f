import request from 'supertest';
import type { ImportRunResponse } from '../../../src/interchange/import-desk/import.dto.js';
import { eventually } from '../../support/eventually.js';
import { csvOf, facility, workbookOf } from '../../support/samhsa/facility-files.js';
import { type Person, WholeService } from '../../support/whole-service.js';

const PATIENCE = { patienceMs: 60_000, pauseMs: 100 };
const TEN = Array.from({ length: 10 }, (_, i) =>
  facility({ name1: `Clinic ${i}`, street1: `${i} Elm Street` }),
);

describe('An import over HTTP', () => {
  let service: WholeService;
  let editor: Person;
  beforeAll(async () => {
    service = await WholeService.open();
    editor = await service.person('Eve Editor', 'directory-editor');
  });
  afterAll(() => service.close());

  const send = (content: string | Buffer, query = '', type = 'text/csv') =>
    request(service.server)
      .post(`/v1/imports?kind=samhsa&edition=2023${query}`)
      .set('authorization', `Bearer ${editor.token}`)
      .set('content-type', type)
      .send(content);
  const settled = (id: string) =>
    eventually(async () => {
      const { body } = await editor.get(`/v1/imports/${id}`);
      expect(['reading', 'applying']).not.toContain(body.state);
      return body as ImportRunResponse;
    }, PATIENCE);
  /** Sends a file and waits until its run has ended or waits. */
  const imported = async (content: string | Buffer, query?: string, type?: string) => {
    const { status, body, headers } = await send(content, query, type);
    expect([status, headers['location']]).toEqual([202, `/v1/imports/${body.id}`]);
    return settled(body.id as string);
  };
  const countPublished = async () => {
    const [row] = await service.dataSource.query(
      `SELECT count(*)::integer AS count FROM program WHERE status = 'published'`,
    );
    return row.count as number;
  };

  it('is a run that reads the file, applies it and tells what could not be used', async () => {
    const run = await imported(csvOf([...TEN, facility({ zip: 'x' })]), '&fileName=list.csv');
    expect(run).toMatchObject({
      source: 'samhsa',
      edition: '2023',
      fileName: 'list.csv',
      state: 'applied',
      startedBy: 'Eve Editor',
      problem: null,
      finishedAt: expect.any(String),
      report: {
        read: 11,
        programs: 10,
        refused: 1,
        created: 10,
        issues: { 'malformed-postal-code': 1 },
        brakes: [],
      },
    });
    expect((await editor.get(`/v1/imports/${run.id}/issues`)).body).toEqual({
      issues: [
        {
          position: 1,
          row: 12,
          kind: 'malformed-postal-code',
          field: 'zip',
          value: 'x',
          message: 'zip is not a ZIP code of five digits (or ZIP+4). The row is skipped.',
        },
      ],
    });
    const [act] = await service.dataSource.query(
      `SELECT actor_id AS id, actor_name AS name FROM audit WHERE action = 'directory.import'`,
    );
    expect(act).toEqual({ id: editor.id, name: 'Eve Editor' });
    expect((await service.get('/v1/programs?q=clinic&limit=1')).body.total).toBe(10);
  });

  it('takes a workbook, and has nothing to do with the same rows again', async () => {
    const cells = TEN.map((one) => Object.values(one));
    const book = workbookOf({ Facilities: [Object.keys(TEN[0]!), ...cells] });
    const run = await imported(book, '', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(run).toMatchObject({ state: 'unchanged', report: { unchanged: 10, created: 0 } });
  });

  it('waits after a dry run until it is applied, once', async () => {
    const eleven = [...TEN, facility({ name1: 'Elm Street Clinic' })];
    const dry = await imported(csvOf(eleven), '&dryRun=true');
    expect(dry).toMatchObject({ state: 'ready', report: { created: 1, unchanged: 10 } });
    expect(await countPublished()).toBe(10);
    expect((await editor.post(`/v1/imports/${dry.id}/apply`, {})).status).toBe(202);
    expect(await settled(dry.id)).toMatchObject({ state: 'applied', report: { created: 1 } });
    expect(await countPublished()).toBe(11);
    const again = await editor.post(`/v1/imports/${dry.id}/apply`, {});
    expect([again.status, again.body.detail]).toEqual([
      409,
      'Only a run that is ready can be applied; this one is applied.',
    ]);
    expect(await service.dataSource.query('SELECT FROM staged_program')).toEqual([]);
  });

  it('that looks broken waits until its very figures are accepted', async () => {
    const cut = await imported(csvOf(TEN.slice(0, 8)));
    expect(cut).toMatchObject({
      state: 'ready',
      report: {
        withdrawn: 3,
        brakes: [
          { kind: 'withdrawn', figure: 3, of: 11 },
          { kind: 'rows', figure: 8, of: 11 },
        ],
      },
    });
    const blind = await editor.post(`/v1/imports/${cut.id}/apply`, { accept: { withdrawn: 3 } });
    expect([blind.status, blind.body.detail]).toEqual([
      409,
      expect.stringMatching(/^The file has 8 rows.* If the file is right, accept "rows": 8\.$/),
    ]);
    expect(await countPublished()).toBe(11);
    const accept = { withdrawn: 3, rows: 8 };
    expect((await editor.post(`/v1/imports/${cut.id}/apply`, { accept })).status).toBe(202);
    expect(await settled(cut.id)).toMatchObject({ state: 'applied', report: { withdrawn: 3 } });
    expect(await countPublished()).toBe(8);
  });

  it('is not applied to a directory that has changed since', async () => {
    const dry = await imported(csvOf(TEN), '&dryRun=true');
    await imported(csvOf([...TEN.slice(0, 8), facility({ name1: 'Another' })]));
    const late = await editor.post(`/v1/imports/${dry.id}/apply`, {});
    expect([late.status, late.body.detail]).toEqual([
      409,
      'The directory has changed since this file was compared with it. Send the file again.',
    ]);
  });

  it('of no facility list fails with a sentence, and keeps no file', async () => {
    expect(await imported('Dear reader,\nthis is a letter.\n', '&fileName=letter.txt')).toMatchObject({
      state: 'failed',
      problem: expect.stringMatching(/^The first line is not a header of the facility list/),
      report: null,
    });
    expect(await imported('%PDF-1.7', '&fileName=list.pdf')).toMatchObject({
      problem: expect.stringMatching(/^list\.pdf is a PDF/),
    });
  });

  it('is refused with the place of the mistake: no file, another type, no edition, an unknown kind', async () => {
    const bare = await editor.post('/v1/imports?kind=samhsa&edition=2023');
    expect([bare.status, bare.body.errors]).toEqual([
      400,
      [{ pointer: '', message: expect.stringMatching(/^is empty; send a file as text\/csv/) }],
    ]);
    expect((await send('{}', '', 'application/json')).status).toBe(415);
    const wrong = await request(service.server)
      .post('/v1/imports?kind=samsha')
      .set('authorization', `Bearer ${editor.token}`)
      .set('content-type', 'text/csv')
      .send('name1');
    expect(wrong.body.errors).toEqual([
      expect.objectContaining({ parameter: 'kind', suggestion: 'samhsa' }),
      expect.objectContaining({ parameter: 'edition' }),
    ]);
  });

  it('is carried out once under one Idempotency-Key', async () => {
    const dry = () => send(csvOf(TEN), '&dryRun=true').set('idempotency-key', 'the-same');
    const first = await dry();
    await settled(first.body.id as string);
    const second = await dry();
    expect([second.status, second.body.id, second.headers['idempotent-replayed']]).toEqual([
      202,
      first.body.id,
      'true',
    ]);
  });

  it('is in the list, newest first, page by page', async () => {
    const ids: string[] = [];
    let next = '/v1/imports?limit=3';
    while (next !== '') {
      const { body, headers } = await editor.get(next);
      ids.push(...(body.imports as ImportRunResponse[]).map(({ id }) => id));
      next = /<([^>]+)>; rel="next"/.exec(headers['link'] ?? '')?.[1] ?? '';
    }
    const stored: { id: string }[] = await service.dataSource.query(
      'SELECT id FROM import_run ORDER BY started_at DESC',
    );
    expect(ids).toEqual(stored.map(({ id }) => id));
  });

  it('of a process that was killed has failed at the next start', async () => {
    await service.dataSource.query(
      `INSERT INTO import_run (id, source, edition, file_name, file_digest, started_at, finished_at, report, state)
       VALUES ('00000000-0000-4000-8000-000000000001', 'samhsa', '2023', 'list.csv', repeat('0', 64), now() - interval '1 hour',
               now() - interval '1 hour', '{}', 'reading')`,
    );
    const next = await service.neighbor();
    try {
      await eventually(async () => {
        const { body } = await editor.get('/v1/imports/00000000-0000-4000-8000-000000000001');
        expect(body).toMatchObject({
          state: 'failed',
          problem: expect.stringMatching(/send the file again/),
        });
      }, PATIENCE);
    } finally {
      await next.close();
    }
  });
});
