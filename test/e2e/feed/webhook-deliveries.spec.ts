import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { AppModule } from '../../../src/app.module.js';
import { createHttpApp } from '../../../src/create-app.js';
import { DeliveryTerms } from '../../../src/feed/webhooks/delivery-terms.js';
import { WebhookService } from '../../../src/feed/webhooks/webhook.service.js';
import { DatabaseProxy } from '../../support/database-proxy.js';
import { program, surveyRecord } from '../../support/program-intakes.js';
import { clientOptions, databaseWithRegistry } from '../../support/test-database.js';
import { idOf, messagesIn, saying, verified, WebhookReceiver } from '../../support/webhook-receiver.js';
import { type Person, WholeService } from '../../support/whole-service.js';

const DEVELOPMENT = { webhookAllowPrivate: true };
/** The usual timings, shortened so that a test need not wait for hours. */
const SOON: DeliveryTerms = { ...new DeliveryTerms(), timeoutMs: 800, firstRetryMs: 20, longestRetryMs: 120 };

let service: WholeService;
let admin: Person;
let receivers: WebhookReceiver[] = [];
beforeAll(async () => {
  service = await WholeService.open(undefined, DEVELOPMENT, SOON);
  admin = await service.person('Ada Admin', 'administrator');
});
afterAll(() => service.close());
/** Each test has its own endpoints; those of other tests are disabled. */
afterEach(async () => {
  await service.dataSource.query(
    `UPDATE webhook SET status = 'disabled', disabled_because = 'by-hand' WHERE status = 'enabled'`,
  );
  await Promise.all(receivers.map((each) => each.goAway()));
  receivers = [];
});

interface Endpoint {
  readonly receiver: WebhookReceiver;
  readonly id: string;
  readonly secret: string;
}
async function endpoint(body: object = {}): Promise<Endpoint> {
  const receiver = await WebhookReceiver.open();
  receivers.push(receiver);
  const response = await admin.post('/v1/webhooks', { name: 'Receiver', url: receiver.url, ...body });
  expect([response.status, response.body.errors]).toEqual([201, undefined]);
  return { receiver, ...(response.body as { id: string; secret: string }) };
}

interface FeedChange {
  readonly event: string;
  readonly id: string;
  readonly version: number;
  readonly seq: number;
}
/** Creates and changes this many programs; returns the resulting changes of the feed. */
async function changeSome(count: number, of = 'some'): Promise<FeedChange[]> {
  const [{ seq }]: [{ seq: string }] = await service.dataSource.query('SELECT max(seq) AS seq FROM change');
  const clinics = (condition: 'alcohol' | 'opioid') =>
    Array.from({ length: count }, (_, number) => ({
      ...program(`${of} ${number}`, {}),
      records: [surveyRecord({ conditions: { yes: [condition] } }, { source: of })] as const,
    }));
  await service.store(of, clinics('alcohol'));
  await service.store(of, clinics('opioid'));
  await service.store(of, clinics('alcohol').slice(1));
  return changesAfter(seq);
}
async function changesAfter(seq: string | number): Promise<FeedChange[]> {
  const rows: (FeedChange & { seq: string })[] = await service.dataSource.query(
    `SELECT entity || '.' || kind AS event, entity_id AS id, version, seq FROM change WHERE seq > $1 ORDER BY seq`,
    [seq],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}
const deliveredTo = ({ receiver, secret }: Endpoint): FeedChange[] =>
  messagesIn(receiver, secret).map(({ type, data: { id, version, seq } }) => ({
    event: type,
    id,
    version,
    seq,
  }));

interface Deliveries {
  readonly progress: {
    deliveredUpTo: number;
    pending: number;
    failures: number;
    nextAttemptAt: string | null;
  };
  readonly deliveries: {
    messageId: string;
    event: string;
    attempt: number;
    status: number | null;
    error: string | null;
  }[];
}
async function deliveriesOf(id: string): Promise<Deliveries> {
  return (await admin.get(`/v1/webhooks/${id}/deliveries?limit=100`)).body as Deliveries;
}
async function untilSo(what: () => Promise<boolean> | boolean, timeoutMs = 15_000): Promise<void> {
  const began = performance.now();
  while (!(await what())) {
    if (performance.now() - began > timeoutMs) throw new Error('It does not come to be so.');
    await sleep(10);
  }
}
const untilError = (id: string, error: string) =>
  untilSo(async () => (await deliveriesOf(id)).deliveries.some((each) => each.error === error));
const statusOf = async (id: string) =>
  (await admin.get(`/v1/webhooks/${id}`)).body as { status: string; disabledBecause: string | null };

describe('A receiver', () => {
  it('gets every change, in order, in a message that Standard Webhooks verifies', async () => {
    const one = await endpoint();
    const changes = await changeSome(3);
    await one.receiver.until(changes.length);
    expect(changes.map(({ event }) => event)).toEqual([
      'program.created',
      'program.created',
      'program.created',
      'program.changed',
      'program.changed',
      'program.changed',
      'program.changed',
      'program.changed',
      'program.withdrawn',
    ]);
    expect(deliveredTo(one)).toEqual(changes);
    const [first] = one.receiver.taken;
    expect(first!.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': expect.stringMatching(/^TreatmentNavigator\//),
      'webhook-id': expect.stringMatching(/^change_\d+_[0-9a-z]+$/),
      'webhook-timestamp': expect.stringMatching(/^\d{10}$/),
      'webhook-signature': expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/),
    });
    expect(() => verified({ ...first!, raw: `${first!.raw} ` }, one.secret)).toThrow(/No matching signature/);
    const { data, ...message } = verified(first!, one.secret);
    expect(message).toEqual({ type: 'program.created', timestamp: expect.stringMatching(/^\d{4}-/) });
    expect((await service.get(data.link)).status).toBe(200);
    // A receiver that prefers to read on by itself: the cursor continues in the feed right after this change.
    const rest = (await admin.get(`/v1/changes?since=${data.cursor}`)).body.items as { seq: number }[];
    expect(rest.map(({ seq }) => seq)).toEqual(changes.slice(1).map(({ seq }) => seq));
  });

  it('that refuses connections, then fails, then answers, gets everything, in order', async () => {
    const one = await endpoint();
    await one.receiver.goAway();
    const changes = await changeSome(10);
    await untilError(one.id, 'refused');
    one.receiver.answer = saying(500);
    await one.receiver.listen();
    await untilError(one.id, 'status');
    const meanwhile = await deliveriesOf(one.id);
    expect(meanwhile.progress).toMatchObject({ pending: changes.length, failures: expect.any(Number) });
    expect(new Set(meanwhile.deliveries.map(({ messageId }) => messageId)).size).toBe(1);
    let answered = 0;
    one.receiver.answer = (response, arrival) => saying(++answered % 4 === 0 ? 503 : 200)(response, arrival);
    await one.receiver.until(changes.length);
    expect(deliveredTo(one)).toEqual(changes);
    // Its response arrives before its outcome is recorded.
    await untilSo(async () => (await deliveriesOf(one.id)).progress.pending === 0);
    const { progress, deliveries } = await deliveriesOf(one.id);
    expect(progress).toEqual({
      deliveredUpTo: changes.at(-1)!.seq,
      pending: 0,
      failures: 0,
      failingSince: null,
      nextAttemptAt: null,
    });
    const words = new Set(deliveries.map(({ status, error }) => `${status} ${error}`));
    expect(words).toEqual(new Set(['null refused', '500 status', '503 status', '200 null']));
  });

  it('that never ends its response, or fills it without end, has got the message all the same, and delays no other', async () => {
    const [slow, long, quick] = [await endpoint(), await endpoint(), await endpoint()];
    slow.receiver.answer = () => undefined;
    long.receiver.answer = (response, arrival) => {
      response.writeHead(200);
      long.receiver.taken.push(arrival);
      response.on('error', () => undefined).write(Buffer.alloc(1_000_000));
    };
    const changes = await changeSome(2);
    await quick.receiver.until(changes.length);
    await long.receiver.until(changes.length);
    expect(deliveredTo(quick)).toEqual(changes);
    expect(deliveredTo(long)).toEqual(changes);
    await untilError(slow.id, 'timeout');
    slow.receiver.answer = saying(200);
    await slow.receiver.until(changes.length);
    expect(deliveredTo(slow)).toEqual(changes);
  });

  it('gets only the events it is subscribed to', async () => {
    const one = await endpoint({ events: ['program.withdrawn', 'rating.created'] });
    const changes = await changeSome(3, 'asked');
    await one.receiver.until(1);
    await untilSo(async () => (await deliveriesOf(one.id)).progress.deliveredUpTo === changes.at(-1)!.seq);
    expect(deliveredTo(one)).toEqual(changes.filter(({ event }) => event === 'program.withdrawn'));
  });

  it('that asks for a delay gets nothing until then', async () => {
    const one = await endpoint({ events: ['program.withdrawn'] });
    one.receiver.answer = saying(429, { 'retry-after': '1' });
    await changeSome(1, 'later');
    await untilError(one.id, 'status');
    one.receiver.answer = saying(200);
    await one.receiver.until(1);
    const [refused, taken] = one.receiver.arrivals;
    expect(one.receiver.arrivals).toHaveLength(2);
    expect(taken!.at - refused!.at).toBeGreaterThanOrEqual(950);
    expect(idOf(taken!)).toBe(idOf(refused!));
    expect(taken!.headers['webhook-timestamp']).not.toBe(refused!.headers['webhook-timestamp']);
  });

  it('that answers 410 is disabled at once, and the trail says so', async () => {
    const one = await endpoint();
    one.receiver.answer = saying(410);
    await changeSome(1, 'gone');
    await untilSo(async () => (await statusOf(one.id)).status === 'disabled');
    expect(await statusOf(one.id)).toMatchObject({ disabledBecause: 'gone' });
    expect(one.receiver.arrivals).toHaveLength(1);
    const { acts } = (await admin.get(`/v1/audit?entity=webhook&entityId=${one.id}`)).body;
    expect(acts.at(-1)).toMatchObject({
      action: 'webhook.disable',
      actorId: null,
      actorName: 'the sender of webhooks',
      after: { status: 'disabled', disabledBecause: 'gone' },
      why: 'It answered 410 Gone.',
    });
  });

  it('that has failed for three days is disabled, and gets what it missed once it is enabled', async () => {
    const one = await endpoint();
    one.receiver.answer = saying(500);
    const changes = await changeSome(1, 'failing');
    await untilError(one.id, 'status');
    await service.dataSource.query(
      `UPDATE webhook_progress SET failing_since = now() - interval '72 hours' WHERE webhook_id = $1`,
      [one.id],
    );
    await untilSo(async () => (await statusOf(one.id)).status === 'disabled');
    expect(await statusOf(one.id)).toMatchObject({ disabledBecause: 'failing' });
    one.receiver.answer = saying(200);
    await admin.post(`/v1/webhooks/${one.id}/enable`);
    await one.receiver.until(changes.length);
    expect(deliveredTo(one)).toEqual(changes);
  });

  it('that moves gets messages at its new address at once', async () => {
    const one = await endpoint();
    const elsewhere = await WebhookReceiver.open();
    receivers.push(elsewhere);
    one.receiver.answer = saying(500, { 'retry-after': '3600' });
    const changes = await changeSome(1, 'moving');
    await untilError(one.id, 'status');
    const tag = (await admin.get(`/v1/webhooks/${one.id}`)).headers['etag']!;
    await admin.patch(`/v1/webhooks/${one.id}`, { url: elsewhere.url }).set('if-match', tag);
    await elsewhere.until(changes.length);
    expect(deliveredTo({ ...one, receiver: elsewhere })).toEqual(changes);
  });
});

describe('A new secret', () => {
  it('signs together with the previous one while both are valid, and then alone', async () => {
    const one = await endpoint();
    const rotated = await admin.post(`/v1/webhooks/${one.id}/rotate-secret`);
    const { secret } = rotated.body as { secret: string };
    let changes = await changeSome(1, 'both');
    await one.receiver.until(changes.length);
    for (const each of [one.secret, secret])
      expect(messagesIn(one.receiver, each)).toHaveLength(changes.length);
    expect(one.receiver.taken[0]!.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);

    await service.dataSource.query(
      `UPDATE webhook SET previous_secret_until = now() - interval '1 second' WHERE id = $1`,
      [one.id],
    );
    one.receiver.taken.length = 0;
    changes = await changeSome(1, 'one');
    await one.receiver.until(changes.length);
    expect(messagesIn(one.receiver, secret)).toHaveLength(changes.length);
    expect(() => messagesIn(one.receiver, one.secret)).toThrow(/No matching signature/);
  });
});

describe('A ping', () => {
  it('is sent at once, also to an endpoint that is disabled, and answered with what became of it', async () => {
    const one = await endpoint();
    await admin.post(`/v1/webhooks/${one.id}/disable`);
    const arrived = await admin.post(`/v1/webhooks/${one.id}/test`, { why: 'Does it work?' });
    expect([arrived.status, arrived.body]).toEqual([
      200,
      {
        messageId: idOf(one.receiver.arrivals[0]!),
        event: 'ping',
        attempt: 1,
        at: expect.any(String),
        durationMs: expect.any(Number),
        status: 204,
        error: null,
      },
    ]);
    expect(verified(one.receiver.arrivals[0]!, one.secret)).toMatchObject({
      type: 'ping',
      data: { id: one.id, link: `/v1/webhooks/${one.id}` },
    });
    await one.receiver.goAway();
    const failed = await admin.post(`/v1/webhooks/${one.id}/test`);
    expect(failed.body).toMatchObject({ status: null, error: 'refused' });
    expect((await deliveriesOf(one.id)).deliveries.map(({ event, error }) => [event, error])).toEqual([
      ['ping', 'refused'],
      ['ping', null],
    ]);
  });
});

describe('Attempts', () => {
  it('are kept up to a thousand, whoever caused them', async () => {
    const one = await endpoint();
    await service.dataSource.query(
      `INSERT INTO webhook_delivery (webhook_id, message_id, event, attempt, at, duration_ms, status)
       SELECT $1, 'ping_' || number, 'ping', 1, now(), 1, 204 FROM generate_series(1, 1010) AS number`,
      [one.id],
    );
    await admin.post(`/v1/webhooks/${one.id}/test`);
    const [{ count, oldest }] = await service.dataSource.query(
      `SELECT count(*)::integer AS count, (array_agg(message_id ORDER BY id))[1] AS oldest
         FROM webhook_delivery WHERE webhook_id = $1`,
      [one.id],
    );
    expect([count, oldest]).toEqual([1000, 'ping_12']);
  });
});

describe('A replay', () => {
  it('sends changes again from a time, a place of the feed or the start, with the same ids', async () => {
    const one = await endpoint({ events: ['program.created', 'program.changed', 'program.withdrawn'] });
    const began = new Date();
    const changes = await changeSome(2, 'again');
    await one.receiver.until(changes.length);
    const first = one.receiver.taken.splice(0);
    const replayed = async (since: string) => {
      const { status } = await admin.post(`/v1/webhooks/${one.id}/replay`, { since, why: 'They lost some.' });
      expect(status).toBe(200);
    };
    await replayed(began.toISOString());
    await one.receiver.until(changes.length);
    expect(one.receiver.taken.map(idOf)).toEqual(first.map(idOf));

    one.receiver.taken.length = 0;
    await replayed(verified(first[2]!, one.secret).data.cursor);
    await one.receiver.until(changes.length - 3);
    expect(one.receiver.taken.map(idOf)).toEqual(first.slice(3).map(idOf));

    one.receiver.taken.length = 0;
    await replayed('start');
    const everything = (await changesAfter(0)).filter(({ event }) => event.startsWith('program.'));
    await one.receiver.until(everything.length);
    expect(deliveredTo(one)).toEqual(everything);
  });

  it('from now skips what is pending', async () => {
    const one = await endpoint();
    one.receiver.answer = saying(500);
    await changeSome(1, 'skipped');
    await untilError(one.id, 'status');
    const { body } = await admin.post(`/v1/webhooks/${one.id}/replay`, { since: 'now' });
    expect(body).toMatchObject({ pending: 0, failures: 0 });
    const changes = await changeSome(1, 'not skipped');
    // An attempt that was under way at the replay has ended once a new message comes.
    const skipped = idOf(one.receiver.arrivals[0]!);
    await untilSo(() => one.receiver.arrivals.some((arrival) => idOf(arrival) !== skipped));
    one.receiver.answer = saying(200);
    await one.receiver.until(changes.length);
    expect(deliveredTo(one)).toEqual(changes);
  });
});

describe('Two processes on one database', () => {
  it('deliver everything to every receiver, never both to the same one at once, even if one stops in the middle', async () => {
    const endpoints = [await endpoint(), await endpoint(), await endpoint()];
    const neighbor = await service.neighbor(undefined, DEVELOPMENT, SOON);
    const changes = [...(await changeSome(20, 'many')), ...(await changeSome(20, 'more'))];
    await endpoints[0]!.receiver.until(20);
    await neighbor.close();
    const last = await changeSome(5, 'last');
    for (const each of endpoints) {
      await each.receiver.until(changes.length + last.length);
      expect(deliveredTo(each)).toEqual([...changes, ...last]);
      // No process was killed: a message arrived twice because the sender recorded a late response as a failure.
      const [{ failed }]: [{ failed: number }] = await service.dataSource.query(
        'SELECT count(error)::int AS failed FROM webhook_delivery WHERE webhook_id = $1',
        [each.id],
      );
      expect(each.receiver.taken.length - changes.length - last.length).toBeLessThanOrEqual(failed);
    }
  });

  it('continue where another was killed, once its lease has expired', async () => {
    const one = await endpoint();
    await service.dataSource.query(
      `UPDATE webhook_progress SET lease = gen_random_uuid(), leased_until = now() + interval '700 milliseconds'
        WHERE webhook_id = $1`,
      [one.id],
    );
    const began = performance.now();
    const changes = await changeSome(1, 'killed');
    await one.receiver.until(changes.length);
    expect(one.receiver.taken[0]!.at - began).toBeGreaterThan(300);
    expect(deliveredTo(one)).toEqual(changes);
  });

  it('repeat at most the message that was under way when a lease was lost', async () => {
    const one = await endpoint();
    let lost = false;
    one.receiver.answer = (response) => {
      const answer = () => response.writeHead(200).end();
      if (lost || one.receiver.arrivals.length < 3) return answer();
      // The process that sent this seems to sleep: another gets the lease before it reads the response.
      lost = true;
      void service.dataSource
        .query('UPDATE webhook_progress SET lease = NULL, leased_until = NULL WHERE webhook_id = $1', [
          one.id,
        ])
        .then(answer);
      return undefined;
    };
    const changes = await changeSome(3, 'slept');
    await one.receiver.until(changes.length - 1);
    await untilSo(async () => (await deliveriesOf(one.id)).progress.pending === 0);
    const ids = one.receiver.arrivals.map(idOf);
    expect([new Set(ids).size, ids.length]).toEqual([changes.length, changes.length + 1]);
    expect(ids[2]).toBe(ids[3]);
  });
});

describe('A database that becomes unavailable', () => {
  it.each(['cut', 'silence'] as const)('and comes back costs no message (%s)', async (how) => {
    const database = await databaseWithRegistry();
    const proxy = await DatabaseProxy.beforeDatabase(database.connection);
    const app = await createHttpApp(
      AppModule.register(proxy.connection, DEVELOPMENT, { deliveries: { ...SOON, leaseMs: 1_000 } }),
      {
        logLevel: 'silent',
      },
    );
    const receiver = await WebhookReceiver.open();
    receivers.push(receiver);
    const made = await app.get(WebhookService).create(
      { name: 'Receiver', url: receiver.url },
      {
        actor: { id: '00000000-0000-4000-8000-000000000001', name: 'A test', roles: ['administrator'] },
        requestId: 'a-test',
        network: '127.0.0.1',
        target: 'POST /v1/webhooks',
        bodyDigest: '',
        recheckKey: undefined,
        idempotencyKey: undefined,
        storesAnswer: true,
        markReplayed: () => undefined,
        ifMatch: undefined,
      },
    );
    const direct = new Client(clientOptions(database.connection));
    await direct.connect();
    const change = (code: string) =>
      direct.query(
        `INSERT INTO change (entity, entity_id, kind, version) VALUES ('approach', $1, 'changed', 2)`,
        [code],
      );
    await change('before');
    await receiver.until(1);
    proxy[how]();
    await change('meanwhile');
    await sleep(how === 'cut' ? 300 : 3_000);
    proxy.restore();
    await change('after');
    await receiver.until(3, 30_000);
    expect(messagesIn(receiver, made.secret!).map(({ data }) => data.id)).toEqual([
      'before',
      'meanwhile',
      'after',
    ]);
    await app.close();
    await direct.end();
    await proxy.close();
    await database.drop();
  });
});

describe('Forbidden addresses of webhooks', () => {
  it('are not connected to, whatever is in the database', async () => {
    let connections = 0;
    const local = createServer((socket) => {
      connections += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(local, 'listening');
    const { port } = local.address() as AddressInfo;
    const strict = await WholeService.open(undefined, {}, SOON);
    const theirs = await strict.person('Ada', 'administrator');
    for (const url of [
      `https://localhost:${port}/`,
      `https://127.0.0.1:${port}/`,
      `http://127.0.0.1:${port}/`,
      `https://[::ffff:127.0.0.1]:${port}/`,
      'https://169.254.169.254/',
    ]) {
      const { id } = (await theirs.post('/v1/webhooks', { name: 'Trap', url: 'https://example.org/' })).body;
      await strict.dataSource.query('UPDATE webhook SET url = $2 WHERE id = $1', [id, url]);
      const { body } = await theirs.post(`/v1/webhooks/${id}/test`);
      expect([url, body.status, body.error]).toEqual([url, null, 'address-refused']);
    }
    expect(connections).toBe(0);
    await strict.close();
    local.close();
  });

  it('are not reached by a redirect either: none is followed', async () => {
    const one = await endpoint({ events: ['program.withdrawn'] });
    const inner = await WebhookReceiver.open();
    receivers.push(inner);
    one.receiver.answer = saying(307, { location: inner.url });
    await changeSome(1, 'redirected');
    await untilError(one.id, 'redirect');
    expect(inner.arrivals).toEqual([]);
    expect((await deliveriesOf(one.id)).deliveries[0]).toMatchObject({ status: 307, error: 'redirect' });
  });

  it('get nothing with a secret that this process cannot read', async () => {
    const one = await endpoint();
    await service.dataSource.query(`UPDATE webhook SET secret = 'aes-256-gcm:AAAA' WHERE id = $1`, [one.id]);
    const { body } = await admin.post(`/v1/webhooks/${one.id}/test`);
    expect(body).toMatchObject({ status: null, error: 'secret-unreadable' });
    expect(one.receiver.arrivals).toEqual([]);
  });
});
