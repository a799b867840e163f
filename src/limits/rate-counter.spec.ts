import { install } from '@sinonjs/fake-timers';
import { RateCounter } from './rate-counter.js';

describe('A rate', () => {
  it('never asks to wait longer than its window, also if the clock is set back by a year', async () => {
    const clock = install({ now: Date.UTC(2027, 0, 1), toFake: ['Date'] });
    try {
      const counter = new RateCounter('public', 60, undefined);
      await counter.take('somebody', 60);
      clock.setSystemTime(Date.UTC(2026, 0, 1));
      expect(await counter.take('somebody', 1)).toEqual({
        policy: 'public',
        limit: 60,
        remaining: 0,
        seconds: 60,
        isOver: true,
      });
    } finally {
      clock.uninstall();
    }
  });
});
