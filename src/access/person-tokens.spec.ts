import { createHmac, generateKeyPairSync } from 'node:crypto';
import { importJWK, exportSPKI, SignJWT } from 'jose';
import { AUDIENCE, TokenIssuer } from '../../test/support/token-issuer.js';
import type { Actor } from '../core/curation/role.js';
import { Problem } from '../http/problem.js';
import { type IssuerTimeouts, PersonTokens } from './person-tokens.js';

const PEOPLE = { ann: { roles: ['author', 'king'], name: 'Ann Author' }, rae: { roles: 'reviewer' } };
const TIMINGS: IssuerTimeouts = { answer: 5_000, pause: 0, cooldown: 0, fresh: 600_000, kept: 600_000 };

/** A service of its own that trusts an issuer. */
const trusting = ({ settings }: TokenIssuer, timings: Partial<IssuerTimeouts> = {}) =>
  new PersonTokens(settings, { ...TIMINGS, ...timings });
const inBase64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);

describe('A token of the issuer', () => {
  let issuer: TokenIssuer;
  let people: PersonTokens;
  beforeAll(async () => {
    issuer = await TokenIssuer.open(PEOPLE);
    people = trusting(issuer);
  });
  afterAll(() => issuer.close());

  it('names a person with a lasting id, their name and the roles that are known here', async () => {
    const first = (await people.read(await issuer.token('ann'))) as Actor;
    expect(first).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5/),
      name: 'Ann Author',
      roles: ['author'],
    });
    expect(await trusting(issuer).read(await issuer.token('ann'))).toEqual(first);
    expect(await people.read(await issuer.token('rae'))).toMatchObject({ name: 'rae', roles: ['reviewer'] });
  });

  it('may call itself at+jwt or, as before RFC 9068, a JWT or nothing', async () => {
    for (const typ of ['at+jwt', 'application/at+jwt', 'JWT', undefined])
      expect(await people.read(await issuer.sign({}, { typ }))).toMatchObject({ name: 'ann' });
  });

  it('may be a few seconds off', async () => {
    expect(await people.read(await issuer.sign({ exp: now() - 5 }))).toMatchObject({ name: 'ann' });
    expect(await people.read(await issuer.sign({ nbf: now() + 5 }))).toMatchObject({ name: 'ann' });
  });

  it.each<[string, Record<string, unknown>, object, string]>([
    ['has expired', { exp: now() - 60 }, {}, 'has expired'],
    ['never expires', { exp: undefined }, {}, 'has no valid claim exp'],
    ['is not valid yet', { nbf: now() + 600 }, {}, 'is not valid yet'],
    ['names nobody', { sub: undefined }, {}, 'has no valid claim sub'],
    ['has an empty subject', { sub: '' }, {}, 'has no subject'],
    ['is for another service', { aud: ['https://other.example'] }, {}, `its audience is not ${AUDIENCE}`],
    ['is for nobody', { aud: undefined }, {}, 'is for another service'],
    ['is of a foreign issuer', { iss: 'https://evil.example' }, {}, 'comes from another issuer'],
    ['tells who signed in', { nonce: 'n-0S6_WzA2Mj' }, { typ: 'JWT' }, 'is not an access token'],
    ['ends a session', {}, { typ: 'logout+jwt' }, 'is not an access token'],
    [
      'is bound to a key',
      { cnf: { jkt: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I' } },
      {},
      'send a bearer token',
    ],
    ['names a key that is not published', {}, { kid: 'key-9' }, 'is not signed with a key of its issuer'],
  ])('is refused where it %s', async (_what, claims, header, flaw) => {
    expect(await people.read(await issuer.sign(claims, header))).toContain(flaw);
  });

  it('is refused where it is given for another resource', async () => {
    const token = await issuer.token('ann', 'https://other.example');
    expect(await people.read(token)).toBe(`is for another service; its audience is not ${AUDIENCE}`);
  });

  it('is refused if it was changed', async () => {
    const [header, , signature] = (await issuer.token('ann')).split('.');
    const claims = { iss: issuer.url, aud: AUDIENCE, sub: 'ann', exp: now() + 300, roles: ['administrator'] };
    expect(await people.read(`${header}.${inBase64(claims)}.${signature}`)).toBe(
      'is not signed with a key of its issuer',
    );
  });

  it('is refused without a signature, and with one that the public key was the secret of', async () => {
    const claims = { iss: issuer.url, aud: AUDIENCE, sub: 'ann', exp: now() + 300, roles: ['administrator'] };
    const flaw = expect.stringContaining('is not signed with an accepted algorithm (RS256, ');
    for (const alg of ['none', 'None', 'NONE'])
      expect(await people.read(`${inBase64({ alg, typ: 'at+jwt' })}.${inBase64(claims)}.`)).toEqual(flaw);
    const { publicKey } = issuer;
    const pem = await exportSPKI((await importJWK(publicKey, 'ES256')) as Parameters<typeof exportSPKI>[0]);
    for (const secret of [pem, JSON.stringify(publicKey)]) {
      const signed = `${inBase64({ alg: 'HS256', typ: 'at+jwt', kid: publicKey.kid })}.${inBase64(claims)}`;
      const mac = createHmac('sha256', secret).update(signed).digest('base64url');
      expect(await people.read(`${signed}.${mac}`)).toEqual(flaw);
    }
  });

  it('is refused where it brings its own key', async () => {
    const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = own.publicKey.export({ format: 'jwk' });
    const token = await new SignJWT({ iss: issuer.url, aud: AUDIENCE, sub: 'ann', roles: ['administrator'] })
      .setProtectedHeader({
        alg: 'ES256',
        typ: 'at+jwt',
        jwk,
        jku: 'https://evil.example/jwks',
        kid: issuer.publicKey.kid!,
      })
      .setExpirationTime('5m')
      .sign(own.privateKey);
    expect(await people.read(token)).toBe('is not signed with a key of its issuer');
  });

  it.each(['eyJhbGciOiJub25l.e30.', 'eyJ.eyJ.', `${inBase64({ alg: 'ES256' })}.bm8.bm8`])(
    'is refused where it cannot be read: %s',
    async (token) => {
      expect(await people.read(token)).toBe('cannot be read');
    },
  );
});

describe('An issuer that changes its keys', () => {
  let issuer: TokenIssuer;
  beforeAll(async () => {
    issuer = await TokenIssuer.open(PEOPLE);
  });
  afterAll(() => issuer.close());

  it('is trusted at once: the new key is fetched, and the previous one stays valid while it is published', async () => {
    const people = trusting(issuer);
    const before = await issuer.token('ann');
    expect(await people.read(before)).toMatchObject({ name: 'Ann Author' });
    await issuer.rotate();
    expect(await people.read(await issuer.token('ann'))).toMatchObject({ name: 'Ann Author' });
    expect(await people.read(before)).toMatchObject({ name: 'Ann Author' });
    await issuer.rotate({ withdraw: true });
    expect(await people.read(await issuer.token('ann'))).toMatchObject({ name: 'Ann Author' });
    expect(await people.read(before)).toBe('is not signed with a key of its issuer');
  });

  it('is not asked again and again by tokens with made-up keys', async () => {
    const people = trusting(issuer, { cooldown: 600_000 });
    await people.read(await issuer.token('ann'));
    const asked = issuer.timesAskedForKeys;
    for (let i = 0; i < 5; i++) await people.read(await issuer.sign({}, { kid: `made-up-${i}` }));
    expect(issuer.timesAskedForKeys).toBe(asked);
  });
});

describe('An issuer that does not respond', () => {
  const unavailable = async (people: PersonTokens, token: string) => {
    const problem = await people.read(token).catch((error: unknown) => error);
    return problem instanceof Problem && [problem.getStatus(), problem.headers];
  };

  it('leaves tokens with unknown keys unchecked, and known keys stay valid for a while', async () => {
    const issuer = await TokenIssuer.open(PEOPLE);
    const [known, unknown] = [await issuer.token('ann'), await issuer.sign({}, { kid: 'next' })];
    const { settings } = issuer;
    const [people, forgetful] = [trusting(issuer), trusting(issuer, { kept: 0 })];
    await people.read(known);
    await forgetful.read(known);
    await issuer.close();
    expect(await people.read(known)).toMatchObject({ name: 'Ann Author' });
    expect(await unavailable(people, unknown)).toEqual([503, { 'retry-after': '10' }]);
    expect(await unavailable(forgetful, known)).toEqual([503, { 'retry-after': '10' }]);
    expect(await unavailable(new PersonTokens(settings, TIMINGS), known)).toEqual([
      503,
      { 'retry-after': '10' },
    ]);
  });

  it('is found again when it is back', async () => {
    const issuer = await TokenIssuer.open(PEOPLE);
    const people = trusting(issuer);
    const token = await issuer.token('ann');
    const resume = issuer.fail();
    expect(await unavailable(people, token)).toEqual([503, { 'retry-after': '10' }]);
    resume();
    expect(await people.read(token)).toMatchObject({ name: 'Ann Author' });
    await issuer.close();
  });

  it('is not trusted if it is not the configured one', async () => {
    const issuer = await TokenIssuer.open(PEOPLE);
    const settings = { ...issuer.settings, issuer: `${issuer.url}/` };
    const token = await issuer.sign({ iss: settings.issuer });
    expect(await unavailable(new PersonTokens(settings, TIMINGS), token)).toEqual([
      503,
      { 'retry-after': '10' },
    ]);
    await issuer.close();
  });
});
