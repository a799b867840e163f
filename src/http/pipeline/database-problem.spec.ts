import { QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { problemOfDatabaseError } from './database-problem.js';

function failure(properties: object, message = 'failed'): Error {
  return Object.assign(new Error(message), properties);
}

describe('An error of the database', () => {
  it.each(['22P02', '22021', '22003', '22007', '22008'])('with the code %s is a bad value: 400', (code) => {
    expect(problemOfDatabaseError(failure({ code }))?.getStatus()).toBe(400);
  });

  it.each(['57P01', '57P03', '08006', '08001', '53300', '57014', '40001', '40P01'])(
    'with the code %s is a server that is away or busy: 503 with Retry-After',
    (code) => {
      const problem = problemOfDatabaseError(failure({ code }));
      expect(problem?.getStatus()).toBe(503);
      expect(problem?.headers).toEqual({ 'retry-after': '5' });
    },
  );

  it('for a lock that an import holds says so: 503, try again', () => {
    const problem = problemOfDatabaseError(failure({ code: '55P03' }));
    expect([problem?.getStatus(), problem?.headers, problem?.detail]).toEqual([
      503,
      { 'retry-after': '15' },
      expect.stringContaining('an import'),
    ]);
  });

  it.each<[string, Error]>([
    ['refused', failure({ code: 'ECONNREFUSED', syscall: 'connect' })],
    ['without a socket', failure({ code: 'ENOENT', syscall: 'connect' })],
    ['reset', failure({ code: 'ECONNRESET', syscall: 'read' })],
    ['refused at every address', Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' })],
    ['late', failure({}, 'timeout exceeded when trying to connect')],
    ['ended', failure({}, 'Connection terminated unexpectedly')],
    ['never made', failure({ name: 'CannotExecuteNotConnectedError' })],
    ['ended between two statements of a transaction', new QueryRunnerProviderAlreadyReleasedError()],
  ])('that lost its connection is a 503: %s', (_what, error) => {
    expect(problemOfDatabaseError(error)?.getStatus()).toBe(503);
  });

  it.each<[string, unknown]>([
    ['a value that is there already', failure({ code: '23505' })],
    ['a query that cannot be read', failure({ code: '42601' })],
    ['a file that is not there', failure({ code: 'ENOENT', syscall: 'open' })],
    ['a text', 'text'],
  ])('of another kind tells a client nothing: %s', (_what, error) => {
    expect(problemOfDatabaseError(error)).toBeUndefined();
  });
});
