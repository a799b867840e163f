import { createToken } from '../../src/access/key-token.js';
import { rotateKey } from '../../src/access/access-keys.js';
import { ROLES, SCOPES } from '../../src/core/curation/role.js';
import { TokenIssuer } from './token-issuer.js';
import { WholeService } from './whole-service.js';

/** The refusal of a key or a token, wherever it is sent. */
export interface Flaw {
  readonly status: 401 | 403;
  readonly detail: string;
}

/** A caller, by the headers that identify it. */
export interface Caller {
  readonly name: string;
  /** Its name in the groups of the access matrix; several callers may share one. */
  readonly as: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Why it is refused everywhere, if it is. */
  readonly flaw?: Flaw;
}

const SITE = 'https://site.example';
const BY_ROLE = Object.fromEntries(ROLES.map((role) => [role, { name: `Person, ${role}`, roles: [role] }]));

/** Keys and tokens of every kind on a service that knows an issuer of people's tokens. */
export class Callers {
  private constructor(
    readonly service: WholeService,
    readonly all: readonly Caller[],
    private readonly issuer: TokenIssuer,
  ) {}

  static async open(): Promise<Callers> {
    const issuer = await TokenIssuer.open({ ...BY_ROLE, nora: { name: 'Nora Nobody', roles: ['user'] } });
    const service = await WholeService.open(undefined, { oidc: issuer.settings });
    const all = [
      ...(await living(service, issuer)),
      ...(await misplaced(service)),
      ...(await dead(service, issuer)),
    ];
    return new Callers(service, all, issuer);
  }

  async close(): Promise<void> {
    await this.service.close();
    await this.issuer.close();
  }
}

async function living(service: WholeService, issuer: TokenIssuer): Promise<Caller[]> {
  const page = await pageKey(service);
  const callers: Caller[] = [
    { name: 'nobody', as: 'nobody', headers: {} },
    { name: 'page', as: 'page', headers: { ...bearer(page), origin: SITE } },
  ];
  for (const role of ROLES) {
    const { token } = await service.makeKey({ name: `Key, ${role}`, roles: [role] });
    callers.push({ name: `key, ${role}`, as: role, headers: bearer(token) });
    callers.push({ name: `person, ${role}`, as: role, headers: bearer(await issuer.token(role)) });
  }
  for (const scope of SCOPES) {
    const { token } = await service.makeKey({ name: `Key for ${scope}`, scopes: [scope] });
    callers.push({ name: `key for ${scope}`, as: `key for ${scope}`, headers: bearer(token) });
  }
  const nora = bearer(await issuer.token('nora'));
  callers.push({ name: 'person without a role', as: 'person without a role', headers: nora });
  const former = await formerSecret(service, 1);
  callers.push({ name: 'secret in its overlap', as: 'administrator', headers: bearer(former) });
  return callers;
}

async function misplaced(service: WholeService): Promise<Caller[]> {
  const page = bearer(await pageKey(service));
  return [
    {
      name: 'page elsewhere',
      as: 'page',
      headers: { ...page, origin: 'https://other.example' },
      flaw: { status: 403, detail: 'does not work from this web site' },
    },
    {
      name: 'page without origin',
      as: 'page',
      headers: page,
      flaw: { status: 403, detail: 'this request has no Origin' },
    },
  ];
}

async function dead(service: WholeService, issuer: TokenIssuer): Promise<Caller[]> {
  const admin = { name: 'Once an admin', roles: ['administrator'] as const };
  const expired = await service.makeKey(admin);
  await service.dataSource.query(
    `UPDATE access_key SET created_at = now() - interval '2 days', expires_at = now() - interval '1 day' WHERE id = $1`,
    [expired.key.id],
  );
  const revoked = await service.makeKey(admin);
  await service.dataSource.query('UPDATE access_key SET revoked_at = now() WHERE id = $1', [revoked.key.id]);
  const claims = { sub: 'administrator', roles: ['administrator'] };
  const tokens: [name: string, authorization: string, detail: string][] = [
    ['expired key', `Bearer ${expired.token}`, 'has expired'],
    ['revoked key', `Bearer ${revoked.token}`, 'was revoked'],
    ['secret after its overlap', `Bearer ${await formerSecret(service, 0)}`, 'was rotated'],
    ['key of nobody', `Bearer ${createToken()}`, 'is not a key of this service.'],
    [
      'key cut short',
      `Bearer ${revoked.token.slice(0, -1)}`,
      'is not a key of this service; it may be cut off',
    ],
    ['another scheme', `Basic ${btoa('administrator:secret')}`, 'is neither a key of this service nor'],
    ['empty token', 'Bearer ', 'is neither a key of this service nor'],
    ['token of long ago', `Bearer ${await issuer.sign({ ...claims, exp: 1_700_000_000 })}`, 'has expired'],
    [
      'token for another service',
      `Bearer ${await issuer.token('administrator', 'https://other.example')}`,
      'is for another service',
    ],
    [
      'token signed by nobody',
      `Bearer ${unsigned(issuer.url, claims)}`,
      'is not signed with an accepted algorithm',
    ],
  ];
  return tokens.map(([name, authorization, detail]) => ({
    name,
    as: 'nobody',
    headers: { authorization },
    flaw: { status: 401, detail: ` in Authorization ${detail}` },
  }));
}

async function pageKey(service: WholeService): Promise<string> {
  const { token } = await service.makeKey({
    name: 'Site',
    kind: 'publishable',
    scopes: ['read', 'match'],
    origins: [SITE],
  });
  return token;
}

/** The previous secret of an administrator's key that was rotated. */
async function formerSecret(service: WholeService, overlapHours: number): Promise<string> {
  const { key, token } = await service.makeKey({ name: 'Rotated', roles: ['administrator'] });
  await service.dataSource.transaction((manager) =>
    rotateKey(manager, key.id, { overlapHours }, { name: 'a test' }),
  );
  return token;
}

function unsigned(issuer: string, claims: object): string {
  const now = Math.floor(Date.now() / 1000);
  const payload = { iss: issuer, aud: issuer, iat: now, exp: now + 300, ...claims };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'at+jwt' })}.${part(payload)}.`;
}

function bearer(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` };
}
