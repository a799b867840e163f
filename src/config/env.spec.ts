import { resolve } from 'node:path';
import { EnvironmentError, readEnv, withoutPassword } from './env.js';

function complaint(source: NodeJS.ProcessEnv): string {
  try {
    readEnv(source);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as Error).message;
  }
  throw new Error('the environment was accepted');
}

const SECRET_KEY = Buffer.from('0123456789abcdef0123456789abcdef');

const DEFAULTS = {
  port: 3000,
  host: '127.0.0.1',
  databaseUrl: undefined,
  metricsPort: undefined,
  databaseUrls: undefined,
  isPooled: false,
  migrates: true,

  databaseWaitMs: 60_000,
  staleReadyForMs: 86_400_000,
  dataDir: resolve('.data'),
  indexFile: resolve('.data/index.bin'),
  exportsFolder: resolve('.data/exports'),
  logLevel: 'info',
  routingUrl: undefined,
  webhookAllowPrivate: false,
  webhookSecretKeys: [],
  trustedProxies: [],
  answerReadMs: 30_000,
  exitPage: undefined,
  limits: {
    rates: { public: 600, key: 3_000, site: 12_000, attempts: 60 },
    redisUrl: undefined,
    shedAboveMs: 500,
  },
};

describe('readEnv', () => {
  it('needs nothing', () => {
    expect(readEnv({})).toEqual(DEFAULTS);
  });

  it('takes an empty or blank value for not set', () => {
    expect(readEnv({ PORT: '', HOST: ' ', DATABASE_URL: '', DATA_DIR: '', LOG_LEVEL: '' })).toEqual(DEFAULTS);
  });

  it.each([
    ['beside its own PostgreSQL', { DATA_DIR: '/srv/navigator' }, '/srv/navigator/index.bin'],
    ['where it is told to', { INDEX_FILE: '/tmp/i', DATABASE_URL: 'postgres://db.example/x' }, '/tmp/i'],
    ['nowhere on a server elsewhere', { DATABASE_URL: 'postgres://db.example/x' }, undefined],
    ['nowhere if it is off', { INDEX_FILE: 'off' }, undefined],
  ])('keeps the index %s', (_where, source, path) => {
    expect(readEnv(source).indexFile).toBe(path);
  });

  it('reads every variable', () => {
    expect(
      readEnv({
        PORT: '8080',
        HOST: '::1',
        DATABASE_URL: 'postgresql://coach:s%23cret@db.example:5433/directory?sslmode=require',
        DATA_DIR: '/srv/navigator',
        INDEX_FILE: '/var/cache/index.bin',
        LOG_LEVEL: 'WARN',
        ROUTING_URL: 'http://127.0.0.1:5000',
        EXIT_PAGE: 'https://weather.example',
        WEBHOOK_ALLOW_PRIVATE: 'TRUE',
        WEBHOOK_SECRET_KEY: SECRET_KEY.toString('base64'),
      }),
    ).toEqual({
      ...DEFAULTS,
      port: 8080,
      host: '::1',
      databaseUrl: 'postgresql://coach:s%23cret@db.example:5433/directory?sslmode=require',
      dataDir: '/srv/navigator',
      indexFile: '/var/cache/index.bin',
      exportsFolder: undefined,
      logLevel: 'warn',
      routingUrl: 'http://127.0.0.1:5000',
      exitPage: 'https://weather.example/',
      webhookAllowPrivate: true,
      webhookSecretKeys: [SECRET_KEY],
    });
  });

  it.each([
    ['http://weather.example', 'http:…'],
    ['javascript:alert(1)', 'javascript:…'],
    ['https://ann:secret@weather.example', 'https:…'],
    ['weather', 'weather'],
  ])('refuses EXIT_PAGE=%s, and shows no secret', (EXIT_PAGE, shown) => {
    expect(complaint({ EXIT_PAGE })).toBe(
      `EXIT_PAGE is "${shown}": set it to an https address without user and password, such as https://weather.example/, or leave it out for an empty page.`,
    );
  });

  it.each([
    ['90s', 90_000],
    ['30m', 1_800_000],
    ['24h', 86_400_000],
    ['off', 0],
  ])('reads times with their unit: %s', (time, ms) => {
    const { databaseWaitMs, staleReadyForMs } = readEnv({ DATABASE_WAIT: time, STALE_READY_FOR: time });
    expect([databaseWaitMs, staleReadyForMs]).toEqual([ms, ms]);
  });

  it.each(['90', '0s', '1d', '169h', '-5m', '1.5h'])('refuses STALE_READY_FOR=%s', (STALE_READY_FOR) => {
    expect(complaint({ STALE_READY_FOR })).toBe(
      `STALE_READY_FOR is "${STALE_READY_FOR}": set it to a whole number with its unit, such as 90s, 30m or 24h, up to 168h, or to off.`,
    );
  });

  it('reads several servers, a pooler, and that it does not migrate', () => {
    const [first, second] = ['postgres://coach:a,b@one.example/x', 'postgres://coach@two.example/x'];
    expect(
      readEnv({ DATABASE_URLS: `${first}, ${second}`, DATABASE_POOLER: 'transaction', MIGRATE: 'off' }),
    ).toMatchObject({
      databaseUrl: first,
      databaseUrls: [first, second],
      isPooled: true,
      migrates: false,
      indexFile: undefined,
    });
  });

  it('refuses both forms of an address together, and what it does not know', () => {
    const url = 'postgres://one.example/x';
    expect(complaint({ DATABASE_URL: url, DATABASE_URLS: url })).toBe(
      'DATABASE_URLS is set, and DATABASE_URL too: put all servers into DATABASE_URLS and leave out the other.',
    );
    expect(complaint({ DATABASE_URLS: `${url},mysql://root:secret@db/x` })).toContain(
      'DATABASE_URLS is "mysql:…"',
    );
    expect(complaint({ DATABASE_POOLER: 'session' })).toBe(
      'DATABASE_POOLER is "session": set it to transaction if a pooler in that mode, such as PgBouncer, stands before the server, or leave it out.',
    );
    expect(complaint({ MIGRATE: 'no' })).toBe('MIGRATE is "no": set it to on or off.');
  });

  it('reads the issuer of tokens', () => {
    const issuer = 'https://id.example/realms/clinic';
    expect(readEnv({ OIDC_ISSUER: issuer, OIDC_AUDIENCE: 'navigator' }).oidc).toEqual({
      issuer,
      audience: 'navigator',
      rolesClaim: 'roles',
      rolePrefix: '',
    });
    expect(
      readEnv({
        OIDC_ISSUER: 'http://localhost:8080/',
        OIDC_AUDIENCE: 'https://navigator.example',
        OIDC_ROLES_CLAIM: 'realm_access.roles',
        OIDC_ROLE_PREFIX: 'navigator-',
        OIDC_CLIENT_ID: 'navigator-console',
      }).oidc,
    ).toEqual({
      issuer: 'http://localhost:8080/',
      audience: 'https://navigator.example',
      rolesClaim: 'realm_access.roles',
      rolePrefix: 'navigator-',
      clientId: 'navigator-console',
    });
  });

  it('refuses half of that setting', () => {
    expect(complaint({ OIDC_ISSUER: 'https://id.example' })).toBe(
      'OIDC_AUDIENCE is missing: OIDC_ISSUER is set, so set this to the audience (aud) of the tokens.',
    );
    expect(complaint({ OIDC_AUDIENCE: 'navigator', OIDC_ROLE_PREFIX: 'x' })).toBe(
      'OIDC_AUDIENCE is set without OIDC_ISSUER: set that too, or leave this out.\n' +
        'OIDC_ROLE_PREFIX is set without OIDC_ISSUER: set that too, or leave this out.',
    );
    expect(complaint({ OIDC_CLIENT_ID: 'navigator-console' })).toBe(
      'OIDC_CLIENT_ID is set without OIDC_ISSUER: set that too, or leave this out.',
    );
  });

  it.each([
    ['http://id.example', 'http:…'],
    ['https://ann:secret@id.example', 'https:…'],
    ['https://id.example/?tenant=secret', 'https:…'],
    ['id.example', 'id.example'],
  ])('refuses OIDC_ISSUER=%s, and shows no secret', (OIDC_ISSUER, shown) => {
    expect(complaint({ OIDC_ISSUER, OIDC_AUDIENCE: 'navigator' })).toBe(
      `OIDC_ISSUER is "${shown}": set it to the issuer as its tokens name it (iss), an https URL such as https://id.example/realms/clinic, without user, query or fragment.`,
    );
  });
  it.each(['yes', '1', 'tru'])('refuses WEBHOOK_ALLOW_PRIVATE=%s', (WEBHOOK_ALLOW_PRIVATE) => {
    expect(complaint({ WEBHOOK_ALLOW_PRIVATE })).toBe(
      `WEBHOOK_ALLOW_PRIVATE is "${WEBHOOK_ALLOW_PRIVATE}": set it to true or false.`,
    );
  });

  it.each([SECRET_KEY.toString('hex'), SECRET_KEY.subarray(1).toString('base64'), 'correct horse'])(
    'refuses a WEBHOOK_SECRET_KEY that is not 32 bytes in base64, and shows nothing of it: %s',
    (WEBHOOK_SECRET_KEY) => {
      expect(complaint({ WEBHOOK_SECRET_KEY })).toBe(
        'WEBHOOK_SECRET_KEY is "…": set it to 32 random bytes in base64, such as `openssl rand -base64 32` prints.',
      );
    },
  );

  it('makes DATA_DIR absolute', () => {
    expect(readEnv({ DATA_DIR: 'var/data' }).dataDir).toBe(resolve('var/data'));
  });

  it.each(['0', '1', '65535'])('takes PORT=%s', (PORT) => {
    expect(readEnv({ PORT }).port).toBe(Number(PORT));
  });

  it.each(['65536', '-1', '80.5', '0x50', '1e3', 'http', '3000;'])('refuses PORT=%s', (PORT) => {
    expect(complaint({ PORT })).toBe(
      `PORT is "${PORT}": set it to a whole number from 0 (any free port) to 65535.`,
    );
  });

  it.each(['http://localhost', 'localhost:3000', '[::1]', 'a b'])('refuses HOST=%s', (HOST) => {
    expect(complaint({ HOST })).toBe(
      `HOST is "${HOST}": set it to an address or a host name only, such as 127.0.0.1, 0.0.0.0, ::1 or localhost; set the port in PORT.`,
    );
  });

  it('refuses a log level that does not exist, and lists those that do', () => {
    expect(complaint({ LOG_LEVEL: 'loud' })).toBe(
      'LOG_LEVEL is "loud": set it to one of fatal, error, warn, info, debug, trace, silent.',
    );
  });

  it('refuses the URL of another kind of database', () => {
    expect(complaint({ DATABASE_URL: 'mysql://root:secret@db/x' })).toBe(
      'DATABASE_URL is "mysql:…": set it to a URL such as postgres://user:password@host:5432/database, or leave it out to use the embedded server.',
    );
  });

  it.each([
    'postgres://coach:secret#1@db/x',
    'postgres://coach:secret@db:port/x',
    'postgres://coach:sec/ret@db:1:2/x',
    'coach:secret@db',
    'secret@db',
  ])('never repeats the password of a bad DATABASE_URL (%s)', (DATABASE_URL) => {
    expect(complaint({ DATABASE_URL })).not.toMatch(/sec|ret/);
  });

  it.each([
    'http://127.0.0.1:5000',
    'https://router.example/osrm/',
    'https://router.example/routed-{profile}',
  ])('takes ROUTING_URL=%s', (ROUTING_URL) => {
    expect(readEnv({ ROUTING_URL }).routingUrl).toBe(ROUTING_URL);
  });

  it.each([
    ['ftp://router.example', 'ftp:…'],
    ['router.example', 'router.example'],
    ['http://coach:secret@router.example', 'http:…'],
    ['https://router.example/?key=secret', 'https:…'],
    ['https://router.example/#secret', 'https:…'],
  ])('refuses ROUTING_URL=%s, and shows no more of it than %s', (ROUTING_URL, shown) => {
    const line = complaint({ ROUTING_URL });
    expect(line).toContain(
      `ROUTING_URL is "${shown}": set it to the base URL of an OSRM-compatible service, such as`,
    );
    expect(line).not.toContain('secret');
  });

  it('reads what may be asked, and who says where requests come from', () => {
    const { limits, trustedProxies } = readEnv({
      RATE_LIMIT_PUBLIC: '120',
      RATE_LIMIT_KEY: 'off',
      RATE_LIMIT_SITE: '5000',
      RATE_LIMIT_ATTEMPTS: 'OFF',
      REDIS_URL: 'rediss://navigator:s%23cret@valkey.example:6380/2',
      SHED_LOAD_ABOVE_MS: '250',
      TRUSTED_PROXIES: 'loopback, 10.0.0.0/8 2001:db8::/32,192.0.2.1',
    });
    expect(limits).toEqual({
      rates: { public: 120, key: undefined, site: 5_000, attempts: undefined },
      redisUrl: 'rediss://navigator:s%23cret@valkey.example:6380/2',
      shedAboveMs: 250,
    });
    expect(trustedProxies).toEqual(['loopback', '10.0.0.0/8', '2001:db8::/32', '192.0.2.1']);
    expect(readEnv({ SHED_LOAD_ABOVE_MS: 'off' }).limits.shedAboveMs).toBeUndefined();
  });

  it.each(['0', '59', '-600', '1e3', '600/min', 'none', '99999999'])(
    'refuses RATE_LIMIT_PUBLIC=%s',
    (rate) => {
      expect(complaint({ RATE_LIMIT_PUBLIC: rate })).toBe(
        `RATE_LIMIT_PUBLIC is "${rate}": set it to a whole number of points a minute from 60 to 10000000, or to off.`,
      );
    },
  );

  it.each(['9', '0', '1 s', '60001'])('refuses SHED_LOAD_ABOVE_MS=%s', (SHED_LOAD_ABOVE_MS) => {
    expect(complaint({ SHED_LOAD_ABOVE_MS })).toContain(
      'a whole number of milliseconds from 10 to 60000, or to off.',
    );
  });

  it.each([
    ['10.0.0.1, proxy.example', 'proxy.example'],
    ['10.0.0.0/33', '10.0.0.0/33'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['::/0', '::/0'],
    ['10.0.0.0/8/8', '10.0.0.0/8/8'],
    ['10.0.0', '10.0.0'],
    ['true', 'true'],
  ])('refuses TRUSTED_PROXIES=%s, and names %s', (TRUSTED_PROXIES, named) => {
    expect(complaint({ TRUSTED_PROXIES })).toContain(`TRUSTED_PROXIES is "${named}": name the proxies`);
  });

  it.each([
    ['http://:secret@redis', 'http:…'],
    ['secret@redis:6379', ':…'],
    ['redis:6379', 'redis:…'],
    ['redis://:secret@redis/path', 'redis:…'],
    ['redis://redis?password=secret', 'redis:…'],
    ['redis://:sec/ret#1@redis', 'redis:…'],
  ])('refuses REDIS_URL=%s, and shows no more of it than %s', (REDIS_URL, shown) => {
    const line = complaint({ REDIS_URL });
    expect(line).toContain(`REDIS_URL is "${shown}": set it to the URL of a Redis or Valkey server, such as`);
    expect(line).not.toMatch(/sec|ret/);
  });

  it('names all bad variables at once, a line each', () => {
    const lines = complaint({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_URL: 'z', DATA_DIR: 'fine' }).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'DATABASE_URL', 'LOG_LEVEL']);
  });
});

describe('withoutPassword', () => {
  it.each([
    ['postgres://coach:secret@db:5432/x', 'postgres://coach:***@db:5432/x'],
    ['postgres://coach:se:cr@et@db/x', 'postgres://coach:***@db/x'],
    ['postgres://coach@db/x', 'postgres://coach@db/x'],
    ['postgres://db/x?user=coach&password=secret&a=b', 'postgres://db/x?user=coach&password=***&a=b'],
    ['postgres:///x?host=/run/postgresql', 'postgres:///x?host=/run/postgresql'],
  ])('shows %s as %s', (url, shown) => {
    expect(withoutPassword(url)).toBe(shown);
  });
});
