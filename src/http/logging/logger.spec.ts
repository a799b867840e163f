import fastify, { type FastifyInstance } from 'fastify';
import { loggerOptions } from './logger.js';

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
