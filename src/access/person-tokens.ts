import { loggableError } from '../http/logging/loggable-error.js';
import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import {
  createRemoteJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  jwtVerify,
  type RemoteJWKSet,
} from 'jose';
import type { OidcSettings } from '../config/env.js';
import { isLoopback } from '../config/is-loopback.js';
import type { Actor } from '../core/curation/role.js';
import { Problem } from '../http/problem.js';
import { personOf } from './person-claims.js';

/**
 * Signatures that only the issuer can make. With a shared secret, a service that checks tokens could also make them.
 */
const ALGORITHMS = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ');
/** Types of access tokens: RFC 9068, and what issuers used before it. Any other type of token means something else. */
const TYPES = new Set([undefined, 'at+jwt', 'application/at+jwt', 'jwt', 'application/jwt']);
/** Claims of an ID token, which says who signed in, not what they may do here. */
const OF_ID_TOKENS = ['nonce', 'at_hash', 'c_hash'];
const CLOCK_TOLERANCE_SECONDS = 10;
const RETRY_AFTER_SECONDS = 10;

/** Timeouts, in milliseconds. */
export interface IssuerTimeouts {
  /** How long to wait for the issuer. */
  readonly answer: number;
  /** Pause before an issuer that did not respond is asked for its endpoints again. */
  readonly pause: number;
  /**
   * Pause before a token with an unknown key triggers another read of the keys: made-up tokens must not burden the
   * issuer.
   */
  readonly cooldown: number;
  /** Age after which the keys are read again in the background, so that a withdrawn key is noticed. */
  readonly fresh: number;
  /** How long known keys stay in use while the issuer is unavailable: about the lifetime of a token. */
  readonly kept: number;
}

const DEFAULT_TIMEOUTS: IssuerTimeouts = {
  answer: 3_000,
  pause: 1_000,
  cooldown: 5_000,
  fresh: 300_000,
  kept: 3_600_000,
};

/** Checks access tokens of people: JWTs that the configured issuer signed for this service. */
export class PersonTokens implements OnApplicationBootstrap {
  private readonly log = new Logger('Access');
  private keys: Promise<RemoteJWKSet> | undefined;
  private failedAt = -Infinity;
  private refreshedAt = -Infinity;

  constructor(
    private readonly settings: OidcSettings,
    private readonly timeouts: IssuerTimeouts = DEFAULT_TIMEOUTS,
  ) {}

  /** Reads the issuer's keys at the start, so that a wrong setting is reported before the first person signs in. */
  onApplicationBootstrap(): void {
    this.issuerKeys().catch((error: unknown) => {
      this.log.warn(`Tokens of people cannot be checked yet; ${this.settings.issuer}: ${reasonOf(error)}`);
    });
  }

  /**
   * The person that a token belongs to, or what is wrong with it, as the rest of a sentence about the token.
   *
   * @throws Problem 503 if the issuer does not respond and the token cannot be checked
   */
  async read(token: string): Promise<Actor | string> {
    const flaw = this.flawAtFirstSight(token);
    if (flaw !== undefined) return flaw;
    try {
      const keys = await this.issuerKeys();
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.settings.issuer,
        audience: this.settings.audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp'],
      });
      if (typeof payload.sub !== 'string' || payload.sub === '') return 'has no subject (sub)';
      return personOf({ ...payload, sub: payload.sub }, this.settings);
    } catch (error) {
      const refused = flawOf(error, this.settings);
      if (refused !== undefined) return refused;
      throw Problem.unavailable(
        'This token cannot be checked because its issuer is not responding. Try again shortly.',
        RETRY_AFTER_SECONDS,
        error,
      );
    }
  }

  /** What can be checked before a key is looked up, so that tokens of other issuers cause no request to this one. */
  private flawAtFirstSight(token: string): string | undefined {
    let typ: unknown;
    let claims: JWTPayload;
    try {
      ({ typ } = decodeProtectedHeader(token));
      claims = decodeJwt(token);
    } catch {
      return 'cannot be read';
    }
    if (claims.iss !== this.settings.issuer) return 'comes from another issuer';
    const type = typeof typ === 'string' ? typ.toLowerCase() : typ;
    const isOther = !TYPES.has(type as string | undefined) || claims['typ'] === 'ID';
    if (isOther || OF_ID_TOKENS.some((claim) => Object.hasOwn(claims, claim)))
      return 'is not an access token; send an access token';
    if (Object.hasOwn(claims, 'cnf')) return 'is bound to a key of its holder (cnf); send a bearer token';
    return undefined;
  }

  private async issuerKeys(): Promise<RemoteJWKSet> {
    if (!this.keys) {
      if (performance.now() - this.failedAt < this.timeouts.pause)
        throw new Error('it did not respond a moment ago');
      this.keys = this.discover().catch((error: unknown) => {
        this.keys = undefined;
        this.failedAt = performance.now();
        throw error;
      });
    }
    const keys = await this.keys;
    if (performance.now() - this.refreshedAt >= this.timeouts.fresh) {
      this.refreshedAt = performance.now();
      // The known keys are used meanwhile, and stay in use if this fails.
      keys.reload().catch((error: unknown) => {
        this.log.warn(`Cannot refresh the keys of ${this.settings.issuer}: ${reasonOf(error)}`);
      });
    }
    return keys;
  }

  /** Where the issuer publishes its keys (OpenID Connect Discovery 1.0). */
  private async discover(): Promise<RemoteJWKSet> {
    const { issuer } = this.settings;
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(this.timeouts.answer),
    });
    if (!response.ok) throw new Error(`its configuration answers ${response.status}`);
    const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (found.issuer !== issuer)
      throw new Error('its configuration names a different issuer; OIDC_ISSUER must match it exactly');
    const uri = String(found.jwks_uri);
    if (!URL.canParse(uri)) throw new Error('its configuration names no jwks_uri');
    const url = new URL(uri);
    if (url.protocol !== 'https:' && !isLoopback(url.hostname))
      throw new Error('its keys are not published over https');
    return createRemoteJWKSet(url, {
      timeoutDuration: this.timeouts.answer,
      cooldownDuration: this.timeouts.cooldown,
      cacheMaxAge: this.timeouts.kept,
    });
  }
}

/** What is wrong with a token, without repeating any of it; `undefined` if the issuer could not be reached. */
function flawOf(error: unknown, { audience }: OidcSettings): string | undefined {
  if (!(error instanceof errors.JOSEError)) return undefined;
  switch (error.code) {
    case 'ERR_JWT_EXPIRED':
      return 'has expired';
    case 'ERR_JWT_CLAIM_VALIDATION_FAILED': {
      const { claim } = error as errors.JWTClaimValidationFailed;
      if (claim === 'aud') return `is for another service; its audience is not ${audience}`;
      if (claim === 'nbf') return 'is not valid yet';
      return `has no valid claim ${claim}`;
    }
    case 'ERR_JOSE_ALG_NOT_ALLOWED':
    case 'ERR_JOSE_NOT_SUPPORTED':
      return `is not signed with an accepted algorithm (${ALGORITHMS.join(', ')})`;
    case 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED':
    case 'ERR_JWKS_NO_MATCHING_KEY':
      return 'is not signed with a key of its issuer';
    case 'ERR_JWKS_MULTIPLE_MATCHING_KEYS':
      return 'does not say which key of its issuer signed it (kid)';
    case 'ERR_JWS_INVALID':
    case 'ERR_JWT_INVALID':
      return 'cannot be read';
    default:
      return undefined;
  }
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = loggableError(error);
  const why = cause && (cause.message || cause.code || cause.name);
  return `${message || name}${why ? ` (${why})` : ''}`;
}
