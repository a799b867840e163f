import { randomUUID } from 'node:crypto';
import { daysAgo, today } from '../../support/days.js';
import { program } from '../../support/program-intakes.js';
import { type Person, WholeService } from '../../support/whole-service.js';

const WRITTEN = 'Jane Doe at the desk told my brother they stopped methadone.';
const RIGHT = 'Methadone: no. Ask for Jane.';

describe('A report of the public', () => {
  let service: WholeService;
  let editor: Person;
  let id: string;

  beforeAll(async () => {
    // Any client may state its address.
    service = await WholeService.open(undefined, { trustedProxies: ['loopback'] });
    editor = await service.person('Eve Editor', 'directory-editor');
  });
  afterAll(() => service.close());

  beforeEach(async () => {
    const name = `Elm ${randomUUID()}`;
    await service.store('survey', [program(name, { medications: { methadone: 'starts' } })]);
    const rows = await service.dataSource.query<{ id: string }[]>('SELECT id FROM program WHERE name = $1', [
      name,
    ]);
    id = rows[0]!.id;
  });

  const report = (about = 'medications') =>
    service.post(`/v1/programs/${id}/reports`, { about, wrong: WRITTEN, right: RIGHT });
  const trailOf = (ticket: string) =>
    service.dataSource.query<{ action: string; actor_name: string }[]>(
      `SELECT action, actor_name, before, after, why FROM audit WHERE entity = 'report' AND entity_id = $1 ORDER BY seq`,
      [ticket],
    );

  it('becomes a ticket with a due date, earlier if a wrong fact can cause harm', async () => {
    const response = await report();
    expect([response.status, response.body]).toEqual([
      201,
      {
        id: expect.any(String),
        programId: id,
        about: 'medications',
        origin: 'report',
        state: 'open',
        receivedOn: today,
        dueOn: daysAgo(-3),
        closedOn: null,
        outcome: null,
      },
    ]);
    expect((await report('website')).body.dueOn).toBe(daysAgo(-14));
  });

  it('has a public status without its text', async () => {
    const { body } = await report();
    const status = await service.get(`/v1/reports/${body.id}`);
    expect([status.status, status.body]).toEqual([200, body]);
    expect(status.text).not.toMatch(/Jane|brother/);
  });

  it('is taken and closed by an editor, and its text is erased then', async () => {
    const { body: made } = await report();
    const [listed] = (await editor.get(`/v1/reports?programId=${id}`)).body.reports;
    expect(listed).toEqual({ ...made, wrong: WRITTEN, right: RIGHT, overdue: false, takenBy: null });

    const take = () => editor.post(`/v1/reports/${made.id}/take`).set('idempotency-key', made.id);
    const taken = await take();
    expect([taken.status, taken.body.state, taken.body.takenBy]).toEqual([200, 'taken', 'Eve Editor']);
    expect((await take()).body).toEqual(taken.body);
    const closed = await editor.post(`/v1/reports/${made.id}/close`, {
      outcome: 'corrected',
      why: 'Called; they refer out.',
    });
    expect(closed.body).toMatchObject({
      state: 'closed',
      outcome: 'corrected',
      closedOn: today,
      wrong: null,
      right: null,
    });

    const trail = await trailOf(made.id);
    expect(trail.map(({ action, actor_name }) => [action, actor_name])).toEqual([
      ['report.receive', 'the public'],
      ['report.take', 'Eve Editor'],
      ['report.close', 'Eve Editor'],
    ]);
    const everywhere = await service.dataSource.query(
      `SELECT (SELECT json_agg(t) FROM ticket t WHERE id = $1) AS tickets, (SELECT json_agg(a) FROM audit a) AS trail,
              (SELECT json_agg(k) FROM idempotency_key k) AS kept`,
      [made.id],
    );
    expect(JSON.stringify(everywhere)).not.toMatch(/Jane|brother/);
    expect((await take()).status).toBe(409);
  });

  it('is not taken twice, and nothing can be done once it is closed', async () => {
    const { body } = await report();
    const take = () => editor.post(`/v1/reports/${body.id}/take`);
    const close = () => editor.post(`/v1/reports/${body.id}/close`, { outcome: 'duplicate', why: 'Known.' });
    expect([(await take()).status, (await take()).status]).toEqual([200, 409]);
    expect([(await close()).status, (await close()).status, (await take()).status]).toEqual([200, 409, 409]);
    expect(await trailOf(body.id)).toHaveLength(3);
  });

  it('is listed for editors only, earliest due date first, page by page', async () => {
    await report('website');
    await report('phone');
    await report('closed');
    const first = await editor.get(`/v1/reports?programId=${id}&limit=2`);
    expect(first.headers['cache-control']).toBe('no-store');
    const rest = await editor.get(
      `/v1/reports?programId=${id}&limit=2&cursor=${encodeURIComponent(first.body.nextCursor)}`,
    );
    const abouts = [...first.body.reports, ...rest.body.reports].map(({ about }: { about: string }) => about);
    expect([abouts.slice(0, 2).toSorted(), abouts.slice(2)]).toEqual([['closed', 'phone'], ['website']]);
    expect(rest.body).not.toHaveProperty('nextCursor');
    expect((await editor.get(`/v1/reports?cursor=abc`)).status).toBe(400);
    const coach = await service.person('Cory Coach', 'coach');
    expect([(await service.get('/v1/reports')).status, (await coach.get('/v1/reports')).status]).toEqual([
      401, 403,
    ]);
  });

  it('is overdue after its day, until it is closed', async () => {
    const { body } = await report('phone');
    await service.dataSource.query(`UPDATE ticket SET received_on = $2, due_on = $3 WHERE id = $1`, [
      body.id,
      daysAgo(4),
      daysAgo(1),
    ]);
    const overdue = async () =>
      (await editor.get(`/v1/reports?programId=${id}&overdue=true`)).body.reports.length;
    expect(await overdue()).toBe(1);
    await editor.post(`/v1/reports/${body.id}/close`, { outcome: 'no-change', why: 'It answers.' });
    expect(await overdue()).toBe(0);
    expect((await editor.get(`/v1/reports?programId=${id}&state=closed`)).body.reports).toHaveLength(1);
  });

  it.each([
    [{ about: 'moon' }, 400, '/about'],
    [{ wrong: '' }, 400, '/wrong'],
    [{ wrong: 'x'.repeat(1001) }, 400, '/wrong'],
    [{ email: 'me@example.org' }, 400, '/email'],
  ])('is refused with %j', async (changes, status, pointer) => {
    const body = { about: 'phone', wrong: 'Nobody answers.', ...changes };
    const response = await service.post(`/v1/programs/${id}/reports`, body);
    expect([response.status, response.body.errors[0].pointer]).toEqual([status, pointer]);
  });

  it('is of a program that exists, and a status of a report that does', async () => {
    const body = { about: 'phone', wrong: 'x' };
    expect((await service.post(`/v1/programs/${randomUUID()}/reports`, body)).status).toBe(404);
    expect((await service.get(`/v1/reports/${randomUUID()}`)).status).toBe(404);
    expect((await editor.post(`/v1/reports/${randomUUID()}/take`)).status).toBe(404);
  });

  it('is refused if fifty of a program are open: the desk must review them first', async () => {
    for (let sent = 0; sent < 50; sent++)
      expect((await report().set('x-forwarded-for', `192.0.2.${sent}`)).status).toBe(201);
    expect((await report().set('x-forwarded-for', '192.0.2.99')).status).toBe(409);
  });

  it('is the fifth of an address on a program in a day at most: nobody alone takes all its places', async () => {
    const from = (address: string) => report().set('x-forwarded-for', address);
    for (let sent = 0; sent < 5; sent++) expect((await from('2001:db8::1')).status).toBe(201);
    const sixth = await from('2001:db8::2');
    expect([sixth.status, sixth.headers['retry-after'], sixth.body.detail]).toEqual([
      429,
      '86400',
      expect.stringContaining('Your network has sent 5 reports on this program today'),
    ]);
    expect((await from('2001:db8:1::1')).status).toBe(201);
    const ofEditor = await editor.post(`/v1/programs/${id}/reports`, { about: 'phone', wrong: 'Old.' });
    expect(ofEditor.status).toBe(201);
  });

  it('loses its text in kept answers however the address of the request was written', async () => {
    const { body: made } = await report();
    const escaped = `%${made.id.charCodeAt(0).toString(16)}${made.id.slice(1)}`;
    const taken = await editor.post(`/v1/reports/${escaped}/take/`).set('idempotency-key', randomUUID());
    expect([taken.status, taken.body.wrong]).toEqual([200, WRITTEN]);
    await editor.post(`/v1/reports/${made.id}/close`, { outcome: 'no-change', why: 'Asked.' });
    const kept = await service.dataSource.query('SELECT target, answer FROM idempotency_key');
    expect(JSON.stringify(kept)).not.toMatch(/Jane|brother/);
  });

  it('is one report for one Idempotency-Key', async () => {
    const key = randomUUID();
    const send = () => report('phone').set('idempotency-key', key);
    const answers = await Promise.all([send(), send()]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await editor.get(`/v1/reports?programId=${id}`)).body.reports).toHaveLength(1);
  });
});
