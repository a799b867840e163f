import { loggableError } from './loggable-error.js';

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

  it('logs only the type of a thrown value that is not an error', () => {
    expect(loggableError('postal code 06511')).toEqual({ name: 'string' });
  });
});
