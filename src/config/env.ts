import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { isLoopback } from './is-loopback.js';
import { StartError } from './start-error.js';

const SECRET_KEY_BYTES = 32;

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings of this process from its environment. */
export interface Env {
  /** TCP port of the HTTP service; 0 means any free port. */
  port: number;
  /** Address or host name the HTTP service listens on. */
  host: string;
  /** URL of a PostgreSQL server; without it the service runs an embedded one. May hold a password. */
  databaseUrl?: string;
  /** Absolute path of the folder of the embedded PostgreSQL. */
  dataDir: string;
  logLevel: LogLevel;
  /**
   * Base URL of an OSRM-compatible routing service; without it travel is estimated. With `{profile}` in it, it has a
   * service for each of car, bike and foot; without, one for cars. It may hold a key: never logged.
   */
  routingUrl?: string;
  /** The issuer of people's tokens; without it only keys are accepted. */
  oidc?: OidcSettings;
  /** Allows webhooks to private networks, and over http to this machine: for development and tests. */
  webhookAllowPrivate?: boolean;
  /** A key of 32 bytes that encrypts the secrets of webhooks; without it they are stored unencrypted. */
  webhookSecretKey?: Uint8Array;
  /** Addresses and ranges (CIDR) of proxies whose `X-Forwarded-For` is trusted. */
  trustedProxies: readonly string[];
  limits: LimitSettings;
}

/** An identity provider whose access tokens people may send (OpenID Connect). */
export interface OidcSettings {
  /** Exactly as in `iss`. */
  readonly issuer: string;
  /** The audience that `aud` must name: this service. */
  readonly audience: string;
  /** The claim that holds roles; may be a path with dots. */
  readonly rolesClaim: string;
  /** Prefix of the names of this service's roles in that claim; may be empty. */
  readonly rolePrefix: string;
}

/** How much this service accepts before it refuses requests. */
export interface LimitSettings {
  /** Points per minute by policy; a policy that is absent does not limit. */
  readonly rates: Rates;
  /** Where the processes of one service count together; without it each counts on its own. May hold a password. */
  readonly redisUrl?: string;
  /** How late the event loop may be, in milliseconds, before requests are refused; without it none are refused. */
  readonly shedAboveMs?: number;
}

export type Rates = Readonly<Partial<Record<RatePolicy, number>>>;

/**
 * `public`: per address, including requests from web pages; `key`: per secret key or person; `site`: per publishable
 * key, for all visitors together; `attempts`: per address, for keys that are not accepted.
 */
export type RatePolicy = 'public' | 'key' | 'site' | 'attempts';

/** One line per variable that cannot be used: its name, its value (never a password) and the fix. */
export class EnvironmentError extends StartError {
  override name = 'EnvironmentError';
}

/**
 * Reads the whole environment: no other code reads `process.env`. An empty value counts as not set. Throws an
 * `EnvironmentError` that names every invalid variable.
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const problems: string[] = [];
  const read = <T>(name: string, parse: (value: string) => T, fallback: T): T => {
    const value = source[name]?.trim();
    if (value === undefined || value === '') return fallback;
    try {
      return parse(value);
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      problems.push(`${name} is ${JSON.stringify(error.shown)}: ${error.message}`);
      return fallback;
    }
  };
  const env: Env = {
    port: read('PORT', parsePort, 3000),
    host: read('HOST', parseHost, '127.0.0.1'),
    databaseUrl: read<string | undefined>('DATABASE_URL', parseDatabaseUrl, undefined),
    dataDir: read('DATA_DIR', (value) => resolve(value), resolve('.data')),
    logLevel: read('LOG_LEVEL', parseLogLevel, 'info'),
    routingUrl: read<string | undefined>('ROUTING_URL', parseRoutingUrl, undefined),
    webhookAllowPrivate: read('WEBHOOK_ALLOW_PRIVATE', parseYesNo, false),
    webhookSecretKey: read<Uint8Array | undefined>('WEBHOOK_SECRET_KEY', parseSecretKey, undefined),
    trustedProxies: read('TRUSTED_PROXIES', parseProxies, []),
    limits: {
      rates: {
        public: read('RATE_LIMIT_PUBLIC', orOff(parseRate), 600),
        key: read('RATE_LIMIT_KEY', orOff(parseRate), 3_000),
        site: read('RATE_LIMIT_SITE', orOff(parseRate), 12_000),
        attempts: read('RATE_LIMIT_ATTEMPTS', orOff(parseRate), 60),
      },
      redisUrl: read<string | undefined>('REDIS_URL', parseRedisUrl, undefined),
      shedAboveMs: read('SHED_LOAD_ABOVE_MS', orOff(parseLoopDelay), 500),
    },
  };
  const oidc = {
    issuer: read<string | undefined>('OIDC_ISSUER', parseIssuer, undefined),
    audience: read<string | undefined>('OIDC_AUDIENCE', (value) => value, undefined),
    rolesClaim: read('OIDC_ROLES_CLAIM', (value) => value, 'roles'),
    rolePrefix: read('OIDC_ROLE_PREFIX', (value) => value, ''),
  };
  problems.push(...flawsOfOidc(source));
  const { issuer, audience } = oidc;
  if (issuer !== undefined && audience !== undefined) env.oidc = { ...oidc, issuer, audience };
  if (problems.length > 0) throw new EnvironmentError(problems.join('\n'));
  return env;
}

/** With only half of the settings, people would wrongly believe that their tokens are checked. */
function flawsOfOidc(source: NodeJS.ProcessEnv): string[] {
  const isSet = (name: string) => (source[name]?.trim() ?? '') !== '';
  if (isSet('OIDC_ISSUER'))
    return isSet('OIDC_AUDIENCE')
      ? []
      : ['OIDC_AUDIENCE is missing: OIDC_ISSUER is set, so set this to the audience (aud) of the tokens.'];
  return ['OIDC_AUDIENCE', 'OIDC_ROLES_CLAIM', 'OIDC_ROLE_PREFIX']
    .filter(isSet)
    .map((name) => `${name} is set without OIDC_ISSUER: set that too, or leave this out.`);
}

/** A database URL that is safe to show: without its password. */
export function withoutPassword(url: string): string {
  return url.replace(/\/\/[^/]*@/, hideUserInfo).replace(/([?&]password=)[^&]*/gi, '$1***');
}

/** The user is kept because it helps; what follows the first colon is not. A broken URL may contain a slash. */
function hideUserInfo(userInfo: string): string {
  const [user = '', password] = userInfo.slice(2, -1).split(/:(.*)/s, 2);
  return password === undefined ? userInfo : `//${user}:***@`;
}

class BadValue extends Error {
  constructor(
    readonly shown: string,
    message: string,
  ) {
    super(message);
  }
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) {
    throw new BadValue(value, 'set it to a whole number from 0 (any free port) to 65535.');
  }
  return port;
}

function parseHost(value: string): string {
  if (/[\s/]/.test(value) || /^\[.*\]$/.test(value) || /^[^:]+:\d+$/.test(value)) {
    throw new BadValue(
      value,
      'set it to an address or a host name only, such as 127.0.0.1, 0.0.0.0, ::1 or localhost; set the port in PORT.',
    );
  }
  return value;
}

function parseDatabaseUrl(value: string): string {
  const protocol = /^postgres(ql)?:\/\//i.test(value);
  if (!protocol || !URL.canParse(value)) {
    const fix = protocol
      ? 'this is not a complete URL; special characters in the password must be percent-encoded (# as %23, @ as %40, / as %2F).'
      : 'set it to a URL such as postgres://user:password@host:5432/database, or leave it out to use the embedded server.';
    // What cannot be parsed may contain its password anywhere.
    throw new BadValue(protocol ? `${value.slice(0, value.indexOf('//'))}//…` : shownScheme(value), fix);
  }
  return value;
}

/** Paths are appended to it, so nothing may follow its path. */
function parseRoutingUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const fix =
    'set it to the base URL of an OSRM-compatible service, such as http://127.0.0.1:5000 or https://router.example/{profile}, or leave it out to estimate travel';
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new BadValue(shownScheme(value), `${fix}.`);
  if (url.username !== '' || url.password !== '' || /[?#]/.test(value))
    throw new BadValue(
      shownScheme(value),
      `${fix}; it takes no user, no password, no query and no fragment.`,
    );
  return value;
}

/** It is compared with `iss` character by character, so it is kept unchanged. */
function parseIssuer(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isSafe || url.username !== '' || url.password !== '' || /[?#]/.test(value))
    throw new BadValue(
      shownScheme(value),
      'set it to the issuer as its tokens name it (iss), an https URL such as https://id.example/realms/clinic, without user, query or fragment.',
    );
  return value;
}

/** `mysql://root:secret@host` is shown as `mysql://…`, and a word without a colon as it is. */
function shownScheme(value: string): string {
  if (!/[:@]/.test(value)) return value;
  const scheme = /^[^:@]*(?=:)/.exec(value)?.[0] ?? '';
  return `${scheme}:…`;
}

function parseLogLevel(value: string): LogLevel {
  const level = LOG_LEVELS.find((one) => one === value.toLowerCase());
  if (!level) throw new BadValue(value, `set it to one of ${LOG_LEVELS.join(', ')}.`);
  return level;
}

function parseYesNo(value: string): boolean {
  const text = value.toLowerCase();
  if (text !== 'true' && text !== 'false') throw new BadValue(value, 'set it to true or false.');
  return text === 'true';
}

/** It may be the key with a typing mistake, so none of it is shown. */
function parseSecretKey(value: string): Uint8Array {
  const key = Buffer.from(value, 'base64');
  if (!/^[A-Za-z0-9+/]{43}=$/.test(value) || key.length !== SECRET_KEY_BYTES)
    throw new BadValue('…', 'set it to 32 random bytes in base64, such as `openssl rand -base64 32` prints.');
  return key;
}

/** The folder in which the user called npm: npm runs a script in the folder of the package and passes theirs. */
export function userFolder(source: NodeJS.ProcessEnv = process.env): string {
  const { INIT_CWD, npm_lifecycle_event: script } = source;
  return script === 'navigator' && INIT_CWD ? INIT_CWD : process.cwd();
}

/** What can be turned off. */
function orOff<T>(parse: (value: string) => T): (value: string) => T | undefined {
  return (value) => (value.toLowerCase() === 'off' ? undefined : parse(value));
}

/** Fewer points would not be enough for one expensive request. */
const LEAST_RATE = 60;
const HIGHEST_RATE = 10_000_000;
/** Names for ranges that Fastify knows. */
const NAMED_RANGES = ['loopback', 'linklocal', 'uniquelocal'];

function parseRate(value: string): number {
  const rate = Number(value);
  if (!/^\d+$/.test(value) || rate < LEAST_RATE || rate > HIGHEST_RATE)
    throw new BadValue(
      value,
      `set it to a whole number of points a minute from ${LEAST_RATE} to ${HIGHEST_RATE}, or to off.`,
    );
  return rate;
}

function parseLoopDelay(value: string): number {
  const ms = Number(value);
  if (!/^\d+$/.test(value) || ms < 10 || ms > 60_000)
    throw new BadValue(value, 'set it to a whole number of milliseconds from 10 to 60000, or to off.');
  return ms;
}

function parseProxies(value: string): readonly string[] {
  const proxies = value.split(/[\s,]+/).filter((one) => one !== '');
  for (const proxy of proxies)
    if (!isRange(proxy))
      throw new BadValue(
        proxy,
        'name the proxies in front of this service by their addresses or ranges, such as 10.0.0.5, 10.0.0.0/8 or ' +
          'fd00::/8, or by loopback, linklocal or uniquelocal, with commas between. A range of all addresses would ' +
          'let any client claim any address.',
      );
  return proxies;
}

function isRange(text: string): boolean {
  if (NAMED_RANGES.includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d*$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function parseRedisUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isRedis = url?.protocol === 'redis:' || url?.protocol === 'rediss:';
  if (!url || !isRedis || url.hostname === '' || !/^\/?\d*$/.test(url.pathname) || /[?#]/.test(value))
    throw new BadValue(
      shownScheme(value),
      'set it to the URL of a Redis or Valkey server, such as redis://user:password@host:6379/0, or rediss:// for TLS; ' +
        'special characters in the password must be percent-encoded (# as %23, @ as %40, / as %2F).',
    );
  return value;
}
