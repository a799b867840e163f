import { runInNewContext } from 'node:vm';
import { loggableError } from './loggable-error.js';

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function causedByItself(): Error {
  const error = new Error('x');
  error.cause = error;
  return error;
}

describe('An error in the log', () => {
  it('keeps its name, message and frames, and those of its cause', () => {
    const error = new TypeError('x is not a function', { cause: new Error('deep') });
    expect(loggableError(error)).toEqual({
      name: 'TypeError',
      message: 'x is not a function',
      stack: expect.stringMatching(/^\s+at /),
      cause: { name: 'Error', message: 'deep', stack: expect.any(String) },
    });
  });

  it('leaves out the values of a query', () => {
    const driverError = Object.assign(new Error('Key (name)=(Jane) already exists'), {
      code: '23505',
      detail: 'Key (name)=(Jane) already exists',
    });
    const error = Object.assign(new Error(driverError.message, { cause: driverError }), {
      name: 'QueryFailedError',
      code: '23505',
      query: 'INSERT INTO person VALUES ($1)',
      parameters: ['Jane'],
    });
    const logged = loggableError(error);
    expect(logged).toMatchObject({
      name: 'QueryFailedError',
      code: '23505',
      query: 'INSERT INTO person VALUES ($1)',
    });
    expect(JSON.stringify(logged)).not.toContain('Jane');
  });

  it.each<[string, () => unknown]>([
    ['a text that is no JSON', () => JSON.parse('Jane Doe')],
    ['a zone that is none', () => new Intl.DateTimeFormat('en', { timeZone: 'Jane' })],
    ['a text taken for an object', () => 'age' in ('Jane' as unknown as object)],
    ['a text that was written into', () => Object.assign('Jane', { 0: 'J' })],
    ['an argument of another type', () => Buffer.alloc('Jane' as unknown as number)],
    ['an address', () => new URL('Jane')],
  ])('repeats nothing of %s', (_what, fail) => {
    let error: unknown;
    try {
      fail();
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(Error);
    const logged = JSON.stringify({ ...loggableError(error), stack: '' });
    expect(logged).not.toMatch(/Jane/);
  });

  it.each<[string, unknown, object]>([
    ['a text', 'postal code 06511', { name: 'string' }],
    ['nothing', undefined, { name: 'undefined' }],
    ['null', null, { name: 'null' }],
    ['an object', { postalCode: '06511' }, { name: 'Object' }],
    [
      'an object with a code',
      { code: 'ECONNREFUSED', address: '06511' },
      { name: 'Object', code: 'ECONNREFUSED' },
    ],
    ['an object whose code is a text', { code: 'postal code 06511' }, { name: 'Object' }],
    ['an object without a prototype', Object.create(null), { name: 'object' }],
    ['a list', ['06511'], { name: 'Array' }],
    ['a symbol', Symbol('06511'), { name: 'symbol' }],
    ['a function', () => '06511', { name: 'function' }],
    ['what cannot be looked into', revoked(), { name: 'object' }],
  ])('logs of %s that was thrown what it is, not what it says', (_what, thrown, logged) => {
    expect(loggableError(thrown)).toEqual(logged);
  });

  it.each<[string, Error]>([
    ['message is an object', Object.assign(new Error(''), { message: { postalCode: '06511' } })],
    ['name is a number', Object.assign(new Error('x'), { name: 7 })],
    ['stack is an object', Object.assign(new Error('x'), { stack: {} })],
    ['cause is a text', new Error('x', { cause: 'postal code 06511' })],
    ['causes go round', causedByItself()],
  ])('logs an error whose %s', (_what, error) => {
    expect(JSON.stringify(loggableError(error))).not.toMatch(/06511|object Object/);
    expect(loggableError(error).name).toBe('Error');
  });

  it('logs no fields of a problem, whose errors are something else', () => {
    const problem = Object.assign(new Error('x'), { errors: [{ pointer: '/near', message: '06511' }] });
    expect(loggableError(problem)).not.toHaveProperty('errors');
  });

  it('logs the errors of several addresses, and an error of another realm', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    expect(loggableError(new AggregateError([refused, 'x']))).toMatchObject({
      name: 'AggregateError',
      errors: [{ name: 'Error', code: 'ECONNREFUSED' }, { name: 'string' }],
    });
    expect(loggableError(runInNewContext('new TypeError("of a worker")'))).toMatchObject({
      name: 'TypeError',
      message: 'of a worker',
    });
  });
});
