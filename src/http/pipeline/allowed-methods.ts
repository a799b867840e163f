import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';

/** One route pattern and its methods. */
interface KnownPath {
  matches: RegExp;
  methods: Set<string>;
}

/**
 * Knows the methods of every path, so that a wrong method (405 with `Allow`) is distinguished from a wrong path (404)
 * before a body is read. `OPTIONS` answers with `Allow` too.
 */
export class AllowedMethods {
  private readonly paths = new Map<string, KnownPath>();

  /** Records the routes that are added to a Fastify instance from now on. */
  watch(instance: FastifyInstance): void {
    instance.addHook('onRoute', ({ url, method }) => {
      if (url === '*') return;
      const known = this.paths.get(url) ?? { matches: patternOf(url), methods: new Set(['OPTIONS']) };
      for (const one of [method].flat()) known.methods.add(one);
      this.paths.set(url, known);
    });
  }

  /** Fastify's `onRequest`: answers requests that match no route, and passes all others. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    // `OPTIONS *` is a route of the CORS plugin that matches every path.
    if (!request.is404 && request.routeOptions.url !== '*') return;
    const allow = this.allow(request.url);
    if (allow === undefined) throw unknownAddress();
    if (request.method === 'OPTIONS') {
      await reply.code(204).header('allow', allow).send();
      return;
    }
    throw new Problem('method-not-allowed', `This address allows ${allow}.`, [], { headers: { allow } });
  }

  /** The value of `Allow` for the path of an address, or undefined if no route has that path. */
  private allow(url: string): string | undefined {
    const path = url.split('?', 1)[0] ?? '';
    const methods = [...this.paths.values()]
      .filter(({ matches }) => matches.test(path))
      .flatMap((known) => [...known.methods]);
    return methods.length === 0 ? undefined : [...new Set(methods)].sort().join(', ');
  }
}

export function unknownAddress(): Problem {
  return new Problem('not-found', 'There is nothing at this address. GET /openapi.json lists every route.');
}

/** `/v1/programs/:id` as a regular expression; a slash at the end makes no difference. */
function patternOf(url: string): RegExp {
  const pattern = url
    .replace(/\/$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/:[A-Za-z]\w*/g, '[^/]+')
    .replaceAll('*', '.*');
  return new RegExp(`^${pattern}/?$`);
}
