import { join, resolve } from 'node:path';
import {
  BadValue,
  orOff,
  parseDatabaseUrl,
  parseDatabaseUrls,
  parseDuration,
  parseExitPage,
  parseHost,
  parseIssuer,
  parseLogLevel,
  parseLoopDelay,
  parseOnOff,
  parsePooler,
  parsePort,
  parseProxies,
  parseRate,
  parseReadTime,
  parseRedisUrl,
  parseGeocoderUrl,
  parseRoutingUrl,
  parseSecretKeys,
  parseYesNo,
  type LogLevel,
} from './env-values.js';
import { withSecretFiles } from './secret-files.js';
import { StartError } from './start-error.js';

export { LOG_LEVELS, type LogLevel } from './env-values.js';

/** By default. */
export const ANSWER_READ_MS = 30_000;
export const STALE_READY_FOR_MS = 86_400_000;
const DATABASE_WAIT_MS = 60_000;

/** The settings of this process from its environment. */
export interface Env {
  /** TCP port of the HTTP service; 0 means any free port. */
  port: number;
  /** TCP port that answers `GET /metrics`; without it nothing is published. */
  metricsPort?: number;
  /** Address or host name the HTTP service listens on. */
  host: string;
  /** URL of a PostgreSQL server; without it the service runs an embedded one. May hold a password. */
  databaseUrl?: string;
  /** Several servers of one cluster, of which `databaseUrl` is the first; the one that is no standby is used. */
  databaseUrls?: readonly string[];
  /** A pooler stands before the server, which gives a connection to one transaction at a time. */
  isPooled?: boolean;
  /** Whether the service brings the database up to its version; otherwise `navigator migrate` does. */
  migrates: boolean;
  /** How long a start waits for the server of `databaseUrl`, in milliseconds. */
  databaseWaitMs: number;
  /** For how long a process says that it is ready while its database is away, in milliseconds. */
  staleReadyForMs: number;
  /** Absolute path of the folder of the embedded PostgreSQL. */
  dataDir: string;
  /** Absolute path of the file that keeps the index between starts; without it every start reads all programs. */
  indexFile?: string;
  /**
   * Absolute path of the folder that keeps exports between starts; without it each process has one of its own, which is
   * deleted at its end: several processes on one database may run on several machines.
   */
  exportsFolder?: string;
  logLevel: LogLevel;
  /**
   * Base URL of an OSRM-compatible routing service; without it travel is estimated. With `{profile}` in it, it has a
   * service for each of car, bike and foot; without, one for cars. It may hold a key: never logged.
   */
  routingUrl?: string;
  /** Address of a geocoder, for the command line alone. It may hold a key: never logged. */
  geocoderUrl?: string;
  /** The issuer of people's tokens; without it only keys are accepted. */
  oidc?: OidcSettings;
  /** Allows webhooks to private networks, and over http to this machine: for development and tests. */
  webhookAllowPrivate?: boolean;
  /**
   * Keys of 32 bytes for the secrets of webhooks: the first one encrypts, each of them decrypts. Without any they are
   * stored unencrypted.
   */
  webhookSecretKeys?: readonly Uint8Array[];
  /** Addresses and ranges (CIDR) of proxies whose `X-Forwarded-For` is trusted. */
  trustedProxies: readonly string[];
  /** How long a client may read nothing of its answer, in milliseconds, before its connection ends. */
  answerReadMs: number;
  /** Where "Leave this page" of our own pages leads; without it to an empty page. */
  exitPage?: string;
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
  /** The client that our own pages are at the issuer (public, with PKCE); without it people do not sign in there. */
  readonly clientId?: string | undefined;
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
export function readEnv(environment: NodeJS.ProcessEnv = process.env): Env {
  const { source, problems } = withSecretFiles(environment);
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
  const port = read('PORT', parsePort, 3000);
  const host = read('HOST', parseHost, '127.0.0.1');
  const databaseUrls = read<readonly string[] | undefined>('DATABASE_URLS', parseDatabaseUrls, undefined);
  const databaseUrl =
    read<string | undefined>('DATABASE_URL', parseDatabaseUrl, undefined) ?? databaseUrls?.[0];
  const dataDir = read('DATA_DIR', (value) => resolve(value), resolve('.data'));
  const env: Env = {
    port,
    host,
    metricsPort: read<number | undefined>('METRICS_PORT', orOff(parsePort), undefined),
    databaseUrl,
    databaseUrls,
    isPooled: read('DATABASE_POOLER', orOff(parsePooler), undefined) !== undefined,
    migrates: read('MIGRATE', parseOnOff, true),
    databaseWaitMs: read('DATABASE_WAIT', orOff(parseDuration), DATABASE_WAIT_MS) ?? 0,
    staleReadyForMs: read('STALE_READY_FOR', orOff(parseDuration), STALE_READY_FOR_MS) ?? 0,
    dataDir,
    // A process on a server elsewhere may have no disk of its own.
    indexFile: read<string | undefined>(
      'INDEX_FILE',
      orOff((value) => resolve(value)),
      databaseUrl === undefined ? join(dataDir, 'index.bin') : undefined,
    ),
    exportsFolder: databaseUrl === undefined ? join(dataDir, 'exports') : undefined,
    logLevel: read('LOG_LEVEL', parseLogLevel, 'info'),
    routingUrl: read<string | undefined>('ROUTING_URL', parseRoutingUrl, undefined),
    geocoderUrl: read<string | undefined>('GEOCODER_URL', parseGeocoderUrl, undefined),
    webhookAllowPrivate: read('WEBHOOK_ALLOW_PRIVATE', parseYesNo, false),
    webhookSecretKeys: read<readonly Uint8Array[]>('WEBHOOK_SECRET_KEY', parseSecretKeys, []),
    trustedProxies: read('TRUSTED_PROXIES', parseProxies, []),
    answerReadMs: read('ANSWER_READ_MS', parseReadTime, ANSWER_READ_MS),
    exitPage: read<string | undefined>('EXIT_PAGE', parseExitPage, undefined),
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
    clientId: read<string | undefined>('OIDC_CLIENT_ID', (value) => value, undefined),
  };
  problems.push(...flawsOfOidc(source), ...flawsOfDatabase(source));
  const { issuer, audience } = oidc;
  if (issuer !== undefined && audience !== undefined) env.oidc = { ...oidc, issuer, audience };
  if (problems.length > 0) throw new EnvironmentError(problems.join('\n'));
  return env;
}

/** Which of both is meant would be a guess. */
function flawsOfDatabase(source: NodeJS.ProcessEnv): string[] {
  const areBoth = ['DATABASE_URL', 'DATABASE_URLS'].every((name) => (source[name]?.trim() ?? '') !== '');
  return areBoth
    ? [
        'DATABASE_URLS is set, and DATABASE_URL too: put all servers into DATABASE_URLS and leave out the other.',
      ]
    : [];
}

/** With only half of the settings, people would wrongly believe that their tokens are checked. */
function flawsOfOidc(source: NodeJS.ProcessEnv): string[] {
  const isSet = (name: string) => (source[name]?.trim() ?? '') !== '';
  if (isSet('OIDC_ISSUER'))
    return isSet('OIDC_AUDIENCE')
      ? []
      : ['OIDC_AUDIENCE is missing: OIDC_ISSUER is set, so set this to the audience (aud) of the tokens.'];
  return ['OIDC_AUDIENCE', 'OIDC_ROLES_CLAIM', 'OIDC_ROLE_PREFIX', 'OIDC_CLIENT_ID']
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

/** The folder in which the user called npm: npm runs a script in the folder of the package and passes theirs. */
export function userFolder(source: NodeJS.ProcessEnv = process.env): string {
  const { INIT_CWD, npm_lifecycle_event: script } = source;
  return script === 'navigator' && INIT_CWD ? INIT_CWD : process.cwd();
}
