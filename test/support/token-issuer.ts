import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTHeaderParameters,
  SignJWT,
} from 'jose';
import type { ClientMetadata, Provider } from 'oidc-provider';
import type { OidcSettings } from '../../src/config/env.js';

/** The audience of tokens, by default. */
export const AUDIENCE = 'https://navigator.example';
const SECRET = 'a secret of a test';
const ALG = 'ES256';

/** Claims of a person's tokens, in addition to those of every token. */
type Claims = Readonly<Record<string, unknown>>;

/** An OpenID Connect provider on this machine that issues real access tokens to people. */
export class TokenIssuer {
  private keys: { jwk: JWK; privateKey: CryptoKey }[] = [];
  private answer: (...request: Parameters<ReturnType<Provider['callback']>>) => unknown = () => {};
  private requests: string[] = [];
  private page: { readonly clientId: string; readonly address: string } | undefined;

  private constructor(
    private readonly server: Server,
    private readonly people: Readonly<Record<string, Claims>>,
  ) {
    server.on('request', (request, response) => {
      this.requests.push(request.url ?? '');
      void this.answer(request, response);
    });
  }

  /** @param people by their subject */
  static async open(people: Readonly<Record<string, Claims>>): Promise<TokenIssuer> {
    const server = createServer();
    const issuer = new TokenIssuer(server, people);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    await issuer.rotate();
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The settings of an installation for it. */
  get settings(): OidcSettings {
    return { issuer: this.url, audience: AUDIENCE, rolesClaim: 'roles', rolePrefix: '' };
  }

  /** Lets people sign in from the pages of a service at this address, as a public client with PKCE. */
  async admitPage(clientId: string, address: string): Promise<void> {
    this.page = { clientId, address };
    this.answer = (await quietly(() => this.provider())).callback();
  }

  /** How often its keys were requested. */
  get timesAskedForKeys(): number {
    return this.requests.filter((path) => path === '/jwks').length;
  }

  /** Signs with a new key from now on; the previous one stays published unless it is withdrawn. */
  async rotate({ withdraw = false } = {}): Promise<void> {
    const { privateKey } = await generateKeyPair(ALG, { extractable: true });
    const jwk = {
      ...(await exportJWK(privateKey)),
      alg: ALG,
      use: 'sig',
      kid: `key-${this.keys.length + 1}`,
    };
    this.keys = [{ jwk, privateKey }, ...(withdraw ? [] : this.keys)];
    this.answer = (await quietly(() => this.provider())).callback();
  }

  /** An access token as issued by the provider. */
  async token(subject: string, audience = AUDIENCE): Promise<string> {
    const response = await fetch(`${this.url}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa(`${subject}:${encodeURIComponent(SECRET)}`)}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience }),
    });
    const answer = (await response.json()) as { access_token?: string };
    if (answer.access_token === undefined) throw new Error(`No token: ${JSON.stringify(answer)}`);
    return answer.access_token;
  }

  /** A token that the provider would not issue, but signed with its key. */
  async sign(claims: Claims, header: Partial<JWTHeaderParameters> = {}): Promise<string> {
    const { jwk, privateKey } = this.keys[0]!;
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: this.url, aud: AUDIENCE, sub: 'ann', iat: now, exp: now + 300 };
    return new SignJWT({ ...usual, ...claims })
      .setProtectedHeader({ alg: ALG, kid: jwk.kid!, typ: 'at+jwt', ...header })
      .sign(privateKey);
  }

  /** The public part of its signing key. */
  get publicKey(): JWK {
    const { d: _private, ...publicKey } = this.keys[0]!.jwk;
    return publicKey;
  }

  /** Responds with 500 to everything, until the returned function is called. */
  fail(): () => void {
    const { answer } = this;
    this.answer = (_request, response) => response.writeHead(500).end();
    return () => {
      this.answer = answer;
    };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    if (this.server.listening) await once(this.server, 'close');
  }

  private async provider(): Promise<Provider> {
    const { Provider } = await import('oidc-provider');
    const provider = new Provider(this.url, {
      jwks: { keys: this.keys.map(({ jwk }) => jwk) },
      clients: [
        ...Object.keys(this.people).map((subject) => ({
          client_id: subject,
          client_secret: SECRET,
          grant_types: ['client_credentials'],
          redirect_uris: [],
          response_types: [],
          id_token_signed_response_alg: ALG,
        })),
        ...(this.page ? [pageClient(this.page)] : []),
      ] as ClientMetadata[],
      ttl: { ClientCredentials: 300, AccessToken: 300 },
      // Pages of any origin may ask; the client alone is known.
      clientBasedCORS: () => true,
      findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
      interactions: { url: (_context, { uid }) => `/people/${uid}` },
      cookies: { keys: [SECRET] },
      features: {
        devInteractions: { enabled: false },
        rpInitiatedLogout: { enabled: false },
        clientCredentials: { enabled: true },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: (_context, audience) => ({
            scope: 'openid',
            audience,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: ALG } },
          }),
        },
      },
      extraTokenClaims: (_context, token) => ({ ...this.people[subjectOf(token)] }),
    });
    return withSignInPage(provider, Object.keys(this.people));
  }
}

/** Of a person's own token, or of the client that stands for them. */
function subjectOf(token: { readonly clientId?: string; readonly accountId?: string }): string {
  return token.accountId ?? token.clientId ?? '';
}

function pageClient({ clientId, address }: { readonly clientId: string; readonly address: string }) {
  return {
    client_id: clientId,
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: [`${address}/`],
    application_type: 'native',
    id_token_signed_response_alg: ALG,
  };
}

/** A page with a button for each person: pressing it signs them in, and grants what was asked. */
function withSignInPage(provider: Provider, people: readonly string[]): Provider {
  provider.use(async (context, next) => {
    const [, uid, person] = /^\/people\/([^/]+)(?:\/(\w+))?$/.exec(context.path) ?? [];
    if (uid === undefined) return next();
    if (person === undefined) {
      context.type = 'html';
      context.body =
        '<link rel="icon" href="data:,">' +
        people.map((one) => `<p><a href="/people/${uid}/${one}">${one}</a></p>`).join('');
      return;
    }
    const { params } = await provider.interactionDetails(context.req, context.res);
    const grant = new provider.Grant({ accountId: person, clientId: String(params['client_id']) });
    grant.addOIDCScope('openid');
    grant.addResourceScope(String(params['resource']), 'openid');
    const consent = { grantId: await grant.save() };
    context.respond = false;
    await provider.interactionFinished(context.req, context.res, { login: { accountId: person }, consent });
  });
  return provider;
}

/** It prints warnings for production use: that it keeps everything in memory, and that it prefers a newer Node. */
async function quietly<Made>(make: () => Promise<Made>): Promise<Made> {
  const { warn, info } = console;
  console.warn = () => {};
  console.info = () => {};
  try {
    return await make();
  } finally {
    Object.assign(console, { warn, info });
  }
}
