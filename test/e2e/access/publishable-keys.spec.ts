import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { AccessModule } from '../../../src/access/access.module.js';
import { createHttpApp } from '../../../src/create-app.js';
import type { Scope } from '../../../src/core/curation/role.js';
import { DatabaseModule } from '../../../src/database/database.module.js';
import { CurrentActor, NeedsScope } from '../../../src/http/caller.js';
import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

const SITE = 'https://site.example';
const NEED = { assessment: { conditions: [{ condition: 'alcohol', severity: 'mild' }] } };

let service: WholeService;
let programId: string;
beforeAll(async () => {
  service = await WholeService.open();
  await service.store('survey', [program('Elm Clinic', { conditions: { yes: ['alcohol'] } })]);
  [{ id: programId }] = await service.dataSource.query('SELECT id FROM program');
});
afterAll(() => service.close());

describe('A publishable key', () => {
  let token: string;
  beforeAll(async () => {
    ({ token } = await service.makeKey({
      name: 'Site',
      kind: 'publishable',
      scopes: ['read', 'match'],
      origins: [SITE, 'http://localhost:8080'],
    }));
  });

  const get = (path: string, origin?: string) => {
    const call = service.get(path).set('authorization', `Bearer ${token}`);
    return origin === undefined ? call : call.set('origin', origin);
  };
  const post = (path: string, body: object = {}) =>
    service.post(path, body).set('authorization', `Bearer ${token}`).set('origin', SITE);

  it('reads, matches and assesses from each of its web sites, whose pages may read the answer', async () => {
    expect(token).toMatch(/^tn_pub_[\w-]{43}[0-9a-f]{8}$/);
    for (const origin of [SITE, 'http://localhost:8080']) {
      const read = await get(`/v1/programs/${programId}`, origin);
      expect([read.status, read.headers['access-control-allow-origin']]).toEqual([200, '*']);
    }
    expect((await post('/v1/matches', NEED)).status).toBe(200);
    expect((await post('/v1/matches/why-not', { ...NEED, programId })).status).toBe(200);
    expect((await post('/v1/assessments', {})).status).toBe(200);
    expect((await post('/v1/instruments/audit-c/score', { answers: { audit1: 1 } })).status).toBe(200);
  });

  it('may be sent by a browser: the preflight allows it', async () => {
    const preflight = await request(service.server).options('/v1/matches').set({
      origin: SITE,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    });
    expect(preflight.headers['access-control-allow-headers']).toContain('authorization');
  });

  it.each([
    ['another site', 'https://evil.example'],
    ['its site without TLS', 'http://site.example'],
    ['another port of its site', `${SITE}:8443`],
    ['a site under it', 'https://www.site.example'],
    ['a site that begins like it', `${SITE}.evil.example`],
    ['a page without a site', 'null'],
  ])('is refused from %s', async (_what, origin) => {
    for (const response of [
      await get('/v1/vocabularies', origin),
      await post('/v1/matches', NEED).set('origin', origin),
    ])
      expect([response.status, response.body.detail]).toEqual([
        403,
        'This publishable key does not work from this web site. The Origin of the request is not one of the origins of the key.',
      ]);
  });

  it('is refused if no page sends it', async () => {
    const { status, body } = await get('/v1/vocabularies');
    expect([status, body.detail]).toEqual([403, expect.stringContaining('this request has no Origin')]);
  });

  it('never writes, not even what the public may write', async () => {
    const { status, body } = await post(`/v1/programs/${programId}/reports`, {
      about: 'phone',
      wrong: 'It is old.',
    });
    expect([status, body.detail]).toEqual([
      403,
      'A publishable key only reads and matches. Send this request without it.',
    ]);
    expect(await service.dataSource.query('SELECT id FROM ticket')).toEqual([]);
  });

  it.each([
    ['GET', '/v1/audit', 'the role author or reviewer or directory-editor or administrator'],
    ['GET', '/v1/keys', 'the role administrator'],
    ['POST', '/v1/keys', 'the role administrator'],
    ['POST', '/v1/programs', 'the role directory-editor'],
  ])('never gives access to the desk: %s %s', async (method, path, role) => {
    const { status, body } = await (method === 'GET' ? get(path, SITE) : post(path));
    expect([status, body.detail]).toEqual([
      403,
      expect.stringContaining(`This needs ${role}; a publishable key`),
    ]);
  });

  it('is not a person: what only the desk may see stays hidden', async () => {
    const { headers } = await get(`/v1/programs/${programId}/observations`, SITE);
    // Not the desk's `no-store`; a response for a key is cached only by the browser.
    expect(headers['cache-control']).toBe('private, no-cache');
  });
});

@Controller('sample')
class Sample {
  @Get('feed')
  @NeedsScope('changes')
  feed(@CurrentActor() by: object | undefined): object {
    return { by };
  }

  @Post('ticket')
  @HttpCode(200)
  ticket(): object {
    return {};
  }
}

describe('A secret key of a server', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    class SampleModule {}
    app = await createHttpApp(
      {
        module: SampleModule,
        imports: [DatabaseModule.connect(service.connection), AccessModule.withPeople(undefined)],
        controllers: [Sample],
      },
      { logLevel: 'silent' },
    );
    await app.listen(0, '127.0.0.1');
  });
  afterAll(() => app.close());

  const keyOf = async (...scopes: Scope[]) => (await service.makeKey({ name: 'Partner', scopes })).token;
  const feed = (token?: string) => {
    const call = request(app.getHttpServer()).get('/sample/feed');
    return token === undefined ? call : call.set('authorization', `Bearer ${token}`);
  };

  it('is accepted for what its scope is for, and acts under its name', async () => {
    const { key, token } = await service.makeKey({ name: 'Partner', scopes: ['changes'] });
    const { status, body } = await feed(token);
    expect([status, body]).toEqual([200, { by: { id: key.id, name: 'Partner', roles: [] } }]);
  });

  it('is required if there is none', async () => {
    const { status, body, headers } = await feed();
    expect([status, body.detail, headers['www-authenticate']]).toEqual([
      401,
      'This needs a key with the scope changes: send Authorization: Bearer <key>.',
      'Bearer realm="treatment-navigator"',
    ]);
  });

  it('is refused for what needs another scope, and the answer names the scope', async () => {
    const response = await feed(await keyOf('read', 'match'));
    expect([response.status, response.body.detail, response.headers['www-authenticate']]).toEqual([
      403,
      'This needs the scope changes; this key has read, match.',
      'Bearer realm="treatment-navigator", error="insufficient_scope", scope="changes"',
    ]);
    const match = await service
      .post('/v1/matches', NEED)
      .set('authorization', `Bearer ${await keyOf('changes')}`);
    expect([match.status, match.body.detail]).toEqual([
      403,
      'This needs the scope match; this key has changes. Without a key, any caller may send it.',
    ]);
  });

  it('writes what the public may write, and nothing of the desk', async () => {
    const token = await keyOf('changes');
    const ticket = await request(app.getHttpServer())
      .post('/sample/ticket')
      .set('authorization', `Bearer ${token}`);
    expect(ticket.status).toBe(200);
    const desk = await service.get('/v1/audit').set('authorization', `Bearer ${token}`);
    expect([desk.status, desk.body.detail]).toEqual([
      403,
      expect.stringMatching(/^This needs the role .*; this key has no role of this service\.$/),
    ]);
  });

  it('has scopes with its roles: all who keep the desk follow its changes, a coach matches', async () => {
    const statuses = async (token: string) => [
      (await feed(token)).status,
      (await service.post('/v1/matches', NEED).set('authorization', `Bearer ${token}`)).status,
    ];
    expect(await statuses((await service.person('Eve Editor', 'directory-editor')).token)).toEqual([
      200, 200,
    ]);
    expect(await statuses((await service.person('Cory Coach', 'coach')).token)).toEqual([403, 200]);
  });

  it('is distinguished from a publishable one, which never reads the feed', async () => {
    const { token } = await service.makeKey({
      name: 'Site',
      kind: 'publishable',
      scopes: ['read', 'match'],
      origins: [SITE],
    });
    const { status, body } = await feed(token).set('origin', SITE);
    expect([status, body.detail]).toEqual([
      403,
      'This needs the scope changes; a publishable key works only where no key is needed. Never put a secret key into a web page.',
    ]);
  });
});
