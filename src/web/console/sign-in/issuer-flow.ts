import * as oauth from 'oauth4webapi';
import type { Issuer } from '../../service/coach-api.js';

/**
 * Sign-in at an OpenID Connect issuer: authorization code with PKCE, for a public client (RFC 9700). This file is loaded
 * only when a person signs in this way.
 */

/** What lies in the browser's storage while a person is at the issuer. It is gone once they are back. */
const KEPT = 'sign-in';

/** A sign-in that has begun. */
export interface Attempt {
  readonly state: string;
  readonly verifier: string;
}

/** An access token, and when it ends, in milliseconds since 1970; undefined if the issuer does not say. */
export interface IssuedToken {
  readonly token: string;
  readonly endsAt: number | undefined;
}

/** Goes to the issuer. The page is left, with all that is on it. */
export async function goToIssuer(issuer: Issuer): Promise<void> {
  const { attempt, address } = await newAttempt(issuer);
  sessionStorage.setItem(KEPT, JSON.stringify(attempt));
  location.assign(address);
}

/**
 * Goes to the issuer in another tab, so that this page stays. Nothing of it is stored: the attempt is in memory.
 *
 * @param tab an empty one, opened by the click itself: a browser blocks one that is opened later
 */
export async function goInTab(issuer: Issuer, tab: Window): Promise<Attempt> {
  const { attempt, address } = await newAttempt(issuer);
  tab.location.href = address;
  return attempt;
}

async function newAttempt(issuer: Issuer): Promise<{ attempt: Attempt; address: string }> {
  const server = await discover(issuer);
  if (server.authorization_endpoint === undefined) throw new Error('The issuer has no page to sign in.');
  const attempt: Attempt = {
    state: oauth.generateRandomState(),
    verifier: oauth.generateRandomCodeVerifier(),
  };
  const address = new URL(server.authorization_endpoint);
  for (const [name, value] of Object.entries({
    client_id: clientOf(issuer).client_id,
    redirect_uri: redirectUri(),
    response_type: 'code',
    scope: 'openid',
    resource: issuer.resource,
    state: attempt.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
  }))
    address.searchParams.set(name, value);
  return { attempt, address: address.href };
}

/** The attempt that began in this tab; it is kept no longer. Undefined if none did. */
export function attemptOfTab(): Attempt | undefined {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  return kept === null ? undefined : (JSON.parse(kept) as Attempt);
}

/**
 * Takes the token after the way back.
 *
 * @param returned the address with which the issuer sent the person back
 * @throws if the address is not of this attempt, or the issuer refuses
 */
export async function tokenFromIssuer(
  issuer: Issuer,
  returned: URL,
  { state, verifier }: Attempt,
): Promise<IssuedToken> {
  const server = await discover(issuer);
  const client = clientOf(issuer);
  const parameters = oauth.validateAuthResponse(server, client, returned, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri(),
    verifier,
    { additionalParameters: { resource: issuer.resource }, ...insecure(issuer) },
  );
  const answer = await oauth.processAuthorizationCodeResponse(server, client, response);
  const { access_token: token, expires_in: seconds } = answer;
  return { token, endsAt: seconds === undefined ? undefined : Date.now() + seconds * 1000 };
}

async function discover(issuer: Issuer): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer.url);
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, insecure(issuer)));
}

function clientOf({ clientId }: Issuer): oauth.Client {
  if (clientId === null) throw new Error('No client is set up for these pages.');
  return { client_id: clientId };
}

/** The first address of this service. */
function redirectUri(): string {
  return `${location.origin}/`;
}

/** An issuer without TLS is accepted by the service on its own machine alone, as for development. */
function insecure({ url }: Issuer) {
  return url.startsWith('http://') ? { [oauth.allowInsecureRequests]: true } : {};
}
