import { DatabasePulse } from './database-pulse.js';

const PRIMARY = { ms: 2, isStandby: false, timeline: 1 };

describe('the pulse of the database', () => {
  it('is unknown before anything was heard', () => {
    const pulse = new DatabasePulse();
    expect([pulse.current(), pulse.isWritable()]).toEqual([undefined, false]);
  });

  it('is what was heard last, until the connection ends or ten seconds pass in silence', () => {
    const pulse = new DatabasePulse();
    pulse.beat(PRIMARY, 0);
    expect([pulse.current(10_000), pulse.isWritable(10_000)]).toEqual([PRIMARY, true]);
    expect([pulse.current(10_001), pulse.isWritable(10_001)]).toEqual([undefined, false]);
    pulse.beat(PRIMARY, 11_000);
    pulse.lose();
    expect(pulse.current(11_001)).toBeUndefined();
    pulse.beat(PRIMARY, 12_000);
    expect(pulse.current(12_001)).toEqual(PRIMARY);
  });

  it('is not writable on a standby', () => {
    const pulse = new DatabasePulse();
    pulse.beat({ ms: 1, isStandby: true, timeline: 1 }, 0);
    expect([pulse.current(1)?.isStandby, pulse.isWritable(1)]).toEqual([true, false]);
  });
});
