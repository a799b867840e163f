import { standingOf } from './sign-in-actions.js';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 11, 1, 12);

describe('A sign-in', () => {
  it('is said to end ten minutes before it does, and to have ended after that', () => {
    const account = { endsAt: NOON };
    expect(standingOf(account, NOON - 11 * MINUTE)).toEqual({
      standing: 'valid',
      until: NOON - 10 * MINUTE,
    });
    expect(standingOf(account, NOON - 10 * MINUTE)).toEqual({ standing: 'ending', until: NOON });
    expect(standingOf(account, NOON)).toEqual({ standing: 'ended' });
  });

  it('with a key has no end', () => {
    expect(standingOf({}, NOON)).toEqual({ standing: 'valid' });
  });
});
