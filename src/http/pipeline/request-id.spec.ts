import { requestId } from './request-id.js';

describe('A request id', () => {
  it('is the one of the client when it is sane', () => {
    expect(requestId({ headers: { 'x-request-id': 'Trace_1.a-b' } })).toBe('Trace_1.a-b');
  });

  it.each([undefined, '', 'a b', 'a\nb', 'é', '{"a":1}', 'a'.repeat(65), 'tn_live_x', 'eyJhbGciOiJub25l'])(
    'is new in place of %j',
    (given) => {
      expect(requestId({ headers: { 'x-request-id': given } })).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});
