import { isIP } from 'node:net';
import { isLoopback } from './is-loopback.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const SECRET_KEY_BYTES = 32;

/** A value that cannot be used: what of it may be shown, and the fix. */
export class BadValue extends Error {
  constructor(
    readonly shown: string,
    message: string,
  ) {
    super(message);
  }
}

export function parsePort(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) {
    throw new BadValue(value, 'set it to a whole number from 0 (any free port) to 65535.');
  }
  return port;
}

export function parseHost(value: string): string {
  if (/[\s/]/.test(value) || /^\[.*\]$/.test(value) || /^[^:]+:\d+$/.test(value)) {
    throw new BadValue(
      value,
      'set it to an address or a host name only, such as 127.0.0.1, 0.0.0.0, ::1 or localhost; set the port in PORT.',
    );
  }
  return value;
}

export function parseDatabaseUrl(value: string): string {
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

/** Several, with commas between; a password may have a comma too. */
export function parseDatabaseUrls(value: string): readonly string[] {
  return value.split(/\s*,\s*(?=\w+:\/\/)/).map(parseDatabaseUrl);
}

export function parsePooler(value: string): 'transaction' {
  if (value.toLowerCase() !== 'transaction')
    throw new BadValue(
      value,
      'set it to transaction if a pooler in that mode, such as PgBouncer, stands before the server, or leave it out.',
    );
  return 'transaction';
}

export function parseOnOff(value: string): boolean {
  const text = value.toLowerCase();
  if (text !== 'on' && text !== 'off') throw new BadValue(value, 'set it to on or off.');
  return text === 'on';
}

/** Paths are appended to it, so nothing may follow its path. */
export function parseRoutingUrl(value: string): string {
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

/** The query of an address is added to it. It may have a key in its own. */
export function parseGeocoderUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isSafe = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isSafe || url.username !== '' || url.password !== '' || url.hash !== '')
    throw new BadValue(
      shownScheme(value),
      'set it to the address of a geocoder, such as http://127.0.0.1:8080/search, without user and fragment, or leave it out.',
    );
  return value;
}

/** It is compared with `iss` character by character, so it is kept unchanged. */
export function parseIssuer(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isSafe || url.username !== '' || url.password !== '' || /[?#]/.test(value))
    throw new BadValue(
      shownScheme(value),
      'set it to the issuer as its tokens name it (iss), an https URL such as https://id.example/realms/clinic, without user, query or fragment.',
    );
  return value;
}

/** The page that replaces this one. The next person at the screen sees it, so it should say nothing about this one. */
export function parseExitPage(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '')
    throw new BadValue(
      shownScheme(value),
      'set it to an https address without user and password, such as https://weather.example/, or leave it out for an empty page.',
    );
  return url.href;
}

/** `mysql://root:secret@host` is shown as `mysql://…`, and a word without a colon as it is. */
function shownScheme(value: string): string {
  if (!/[:@]/.test(value)) return value;
  const scheme = /^[^:@]*(?=:)/.exec(value)?.[0] ?? '';
  return `${scheme}:…`;
}

export function parseLogLevel(value: string): LogLevel {
  const level = LOG_LEVELS.find((one) => one === value.toLowerCase());
  if (!level) throw new BadValue(value, `set it to one of ${LOG_LEVELS.join(', ')}.`);
  return level;
}

export function parseYesNo(value: string): boolean {
  const text = value.toLowerCase();
  if (text !== 'true' && text !== 'false') throw new BadValue(value, 'set it to true or false.');
  return text === 'true';
}

/** Two at most: the new one and the one before it. */
export function parseSecretKeys(value: string): Uint8Array[] {
  const keys = value.split(/[\s,]+/).map(parseSecretKey);
  if (keys.length > 2)
    throw new BadValue('…', 'set it to one key, or to the new one and the one before, with a comma.');
  return keys;
}

/** It may be the key with a typing mistake, so none of it is shown. */
function parseSecretKey(value: string): Uint8Array {
  const key = Buffer.from(value, 'base64');
  if (!/^[A-Za-z0-9+/]{43}=$/.test(value) || key.length !== SECRET_KEY_BYTES)
    throw new BadValue('…', 'set it to 32 random bytes in base64, such as `openssl rand -base64 32` prints.');
  return key;
}

/** What can be turned off. */
export function orOff<T>(parse: (value: string) => T): (value: string) => T | undefined {
  return (value) => (value.toLowerCase() === 'off' ? undefined : parse(value));
}

/** Fewer points would not be enough for one expensive request. */
const LEAST_RATE = 60;
const HIGHEST_RATE = 10_000_000;
/** Names for ranges that Fastify knows. */
const NAMED_RANGES = ['loopback', 'linklocal', 'uniquelocal'];

export function parseRate(value: string): number {
  const rate = Number(value);
  if (!/^\d+$/.test(value) || rate < LEAST_RATE || rate > HIGHEST_RATE)
    throw new BadValue(
      value,
      `set it to a whole number of points a minute from ${LEAST_RATE} to ${HIGHEST_RATE}, or to off.`,
    );
  return rate;
}

export function parseLoopDelay(value: string): number {
  const ms = Number(value);
  if (!/^\d+$/.test(value) || ms < 10 || ms > 60_000)
    throw new BadValue(value, 'set it to a whole number of milliseconds from 10 to 60000, or to off.');
  return ms;
}

export function parseReadTime(value: string): number {
  const ms = Number(value);
  if (!/^\d+$/.test(value) || ms < 1_000 || ms > 600_000)
    throw new BadValue(value, 'set it to a whole number of milliseconds from 1000 to 600000.');
  return ms;
}

const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };
const LONGEST_HOURS = 168;

/** Milliseconds from `90s`, `30m` or `24h`. */
export function parseDuration(value: string): number {
  const [, number, unit = ''] = /^(\d{1,6})([smh])$/.exec(value) ?? [];
  const ms = Number(number) * (UNIT_MS[unit] ?? Number.NaN);
  if (!(ms > 0 && ms <= LONGEST_HOURS * 3_600_000))
    throw new BadValue(
      value,
      `set it to a whole number with its unit, such as 90s, 30m or 24h, up to ${LONGEST_HOURS}h, or to off.`,
    );
  return ms;
}

export function parseProxies(value: string): readonly string[] {
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

export function parseRedisUrl(value: string): string {
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
