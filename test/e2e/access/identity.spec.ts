import type { Actor } from '../../../src/core/curation/role.js';
import { PersonTokens } from '../../../src/access/person-tokens.js';
import { AUDIENCE, TokenIssuer } from '../../support/token-issuer.js';
import { WholeService } from '../../support/whole-service.js';

let issuer: TokenIssuer;
let service: WholeService;
beforeAll(async () => {
  issuer = await TokenIssuer.open({
    cory: { name: 'Cory Coach', roles: ['coach', 'user'] },
    nora: { name: 'Nora Newcomer', roles: ['user'] },
  });
  service = await WholeService.open(undefined, {
    oidc: { ...issuer.settings, clientId: 'navigator-console' },
  });
});
afterAll(async () => {
  await service.close();
  await issuer.close();
});

describe('GET /v1/me', () => {
  it('names the owner of a key, with all scopes that the roles bring, and is stored by no cache', async () => {
    const eve = await service.person('Eve Editor', 'directory-editor');
    const { status, body, headers } = await eve.get('/v1/me');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toEqual({
      id: eve.id,
      name: 'Eve Editor',
      by: 'key',
      roles: ['directory-editor'],
      scopes: ['read', 'match', 'changes'],
    });
  });

  it('names the owner of a key without a role', async () => {
    const { key, token } = await service.makeKey({ name: 'Partner', scopes: ['match'] });
    const { body } = await service.holder(token, key).get('/v1/me');
    expect(body).toEqual({ id: key.id, name: 'Partner', by: 'key', roles: [], scopes: ['match'] });
  });

  it.each([
    ['cory', 'Cory Coach', ['coach']],
    ['nora', 'Nora Newcomer', []],
  ])('names a person by the token of their issuer: %s', async (subject, name, roles) => {
    const token = await issuer.token(subject);
    const person = (await service.part(PersonTokens).read(token)) as Actor;
    const { body } = await service.holder(token, person).get('/v1/me');
    expect(body).toEqual({ id: person.id, name, by: 'token', roles, scopes: ['read', 'match'] });
  });

  it('answers 401 without a credential', async () => {
    const { status, body } = await service.get('/v1/me');
    expect([status, body.detail]).toEqual([
      401,
      'This needs a key or an access token of a person: send Authorization: Bearer <key>.',
    ]);
  });
});

describe('GET /v1/sign-in', () => {
  it('says what a page needs to sign people in with their own account', async () => {
    const { status, body } = await service.get('/v1/sign-in');
    expect([status, body]).toEqual([
      200,
      { keys: true, issuer: { url: issuer.url, clientId: 'navigator-console', resource: AUDIENCE } },
    ]);
  });

  it('says that there is no client for our pages, or no issuer at all', async () => {
    const others = [await service.neighbor(undefined, { oidc: issuer.settings }), await service.neighbor()];
    const answers = [];
    for (const other of others) {
      answers.push((await other.get('/v1/sign-in')).body);
      await other.close();
    }
    expect(answers).toEqual([
      { keys: true, issuer: { url: issuer.url, clientId: null, resource: AUDIENCE } },
      { keys: true, issuer: null },
    ]);
  });
});
