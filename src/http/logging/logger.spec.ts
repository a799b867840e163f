import fastify, { type FastifyInstance } from 'fastify';
import { Logger } from '@nestjs/common';
import { loggerOptions, NestLog } from './logger.js';

const SECRET = 'qwhzx';

describe('What the framework logs', () => {
  let app: FastifyInstance;
  let lines: Record<string, unknown>[];
  beforeEach(() => {
    lines = [];
    app = fastify({
      logger: loggerOptions('trace', { write: (line) => void lines.push(JSON.parse(line) as never) }),
    });
  });

  it('of an answer that is given twice keeps no address', async () => {
    app.get('/v1/programs/:id', (_request, reply) => {
      void reply.send('once');
      void reply.send('twice');
    });
    await app.inject(`/v1/programs/${SECRET}?q=${SECRET}`);
    expect(lines).toContainEqual(
      expect.objectContaining({
        error: expect.objectContaining({ name: 'FastifyError', code: 'FST_ERR_REP_ALREADY_SENT' }),
      }),
    );
    expect(JSON.stringify(lines)).not.toContain(SECRET);
  });

  it('of headers that are sent already keeps no address', async () => {
    app.get('/v1/programs/:id', (_request, reply) => {
      reply.raw.writeHead(200);
      setTimeout(() => reply.raw.end(), 20);
      return reply.send('too late');
    });
    await app.inject(`/v1/programs/${SECRET}?q=${SECRET}`).catch(() => undefined);
    expect(lines.map(({ msg }) => msg)).toContainEqual(expect.stringContaining('in the "…" (GET) route'));
    expect(JSON.stringify(lines)).not.toContain(SECRET);
  });

  it('of a request and its error keeps no header, address or message that may repeat them', async () => {
    app.get('/v1/programs', () => {
      throw new SyntaxError(`Unexpected token in ${SECRET}`);
    });
    await app.inject({ url: `/v1/programs?q=${SECRET}`, headers: { authorization: SECRET, host: SECRET } });
    app.log.error(new RangeError(`Invalid time zone specified: ${SECRET}`));
    expect(lines.map(({ error }) => (error as { name?: string } | undefined)?.name)).toEqual(
      expect.arrayContaining(['SyntaxError', 'RangeError']),
    );
    expect(JSON.stringify(lines)).not.toContain(SECRET);
  });
});

describe('What a room logs', () => {
  let lines: Record<string, unknown>[];
  let log: Logger;
  beforeEach(() => {
    lines = [];
    const { log: pino } = fastify({
      logger: loggerOptions('trace', { write: (line) => void lines.push(JSON.parse(line) as never) }),
    });
    Logger.overrideLogger(new NestLog(pino));
    log = new Logger('Room');
  });
  afterEach(() => Logger.overrideLogger(false));

  it.each(['debug', 'warn', 'error', 'fatal'] as const)(
    'at %s has its words, its room and the error',
    (level) => {
      log[level]('It could not be read', new TypeError('no such row'));
      expect(lines).toEqual([
        expect.objectContaining({
          msg: 'It could not be read',
          context: 'Room',
          error: expect.objectContaining({ name: 'TypeError', message: 'no such row' }),
        }),
      ]);
    },
  );

  it.each<[string, unknown[], string, object | undefined]>([
    ['an error before its words', [new Error('no'), 'It failed'], 'It failed', { message: 'no' }],
    ['an error alone', [new Error('no')], 'no', { message: 'no' }],
    ['an object before its words', [{ q: SECRET }, 'It failed'], 'It failed', { name: 'Object' }],
    ['an object beside its words', ['It failed', { q: SECRET }], 'It failed', { name: 'Object' }],
    ['an object alone', [{ q: SECRET }], 'Object', { name: 'Object' }],
    ['null beside its words', ['It failed', null], 'It failed', { name: 'null' }],
    ['words alone', ['It failed'], 'It failed', undefined],
  ])('of %s says what happened, never [object Object]', (_what, [message, ...more], msg, error) => {
    log.error(message, ...more);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ msg, context: 'Room', ...(error ? { error } : {}) });
    expect(lines[0]).toHaveProperty('msg', msg);
    expect('error' in lines[0]!).toBe(error !== undefined);
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`object Object|${SECRET}`));
  });

  it('keeps the stack that Nest passes as a text', () => {
    log.error('It failed', 'Error: It failed\n    at here (file.js:1:1)');
    expect(lines[0]).toMatchObject({
      msg: 'It failed',
      context: 'Room',
      stack: expect.stringContaining('at here'),
    });
  });
});
