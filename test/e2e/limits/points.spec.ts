import request, { type Response } from 'supertest';
import { ROLES } from '../../../src/core/curation/role.js';
import { committedContract } from '../../support/contract/contract.js';
import { addressOf } from '../../support/operation-addresses.js';
import { type Person, WholeService } from '../../support/whole-service.js';

/** High enough that it is never used up. */
const LIMIT = 1_000_000;

/** Every operation of the document, so that a new one must state its cost. */
describe('An operation', () => {
  let service: WholeService;
  let everyone: Person;
  beforeAll(async () => {
    service = await WholeService.open(undefined, { limits: { rates: { key: LIMIT } } });
    everyone = await service.person('Ada All', ...ROLES);
  });
  afterAll(() => service.close());

  it.each(committedContract().operations.map((operation) => [operation.operationId, operation] as const))(
    'costs the points in the document, and reports how many are left: %s',
    async (_operationId, operation) => {
      const points = operation['x-points'];
      const before = leftAfter(await everyone.get('/v1/vocabularies'));
      const response = await send(operation.method, addressOf(operation));
      if (points === 0) {
        expect(response.headers).not.toHaveProperty('ratelimit');
        expect(response.headers).not.toHaveProperty('ratelimit-policy');
      } else {
        expect(before - leftAfter(response)).toBe(points);
        expect(response.headers['ratelimit-policy']).toBe(`"key";q=${LIMIT};w=60`);
      }
    },
  );

  function send(method: string, url: string): Promise<Response> {
    const ask = request(service.server) as unknown as Record<string, (path: string) => request.Test>;
    const call = ask[method.toLowerCase()]!(url).set('authorization', `Bearer ${everyone.token}`);
    return method === 'GET' ? call : call.send({});
  }
});

function leftAfter({ headers }: Response): number {
  const [, left] = /^"key";r=(\d+);t=\d+$/.exec(headers['ratelimit'] as string) ?? [];
  return Number(left);
}
