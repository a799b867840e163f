import { DatabasePulse } from '../database/database-pulse.js';
import type { Problem } from '../http/problem.js';
import type { HeldDirectory, LiveDirectory } from '../matching/live/live-directory.js';
import { Readiness } from './readiness.js';

const HOUR_MS = 3_600_000;
const BUILT_AT = new Date('2026-12-01T08:00:00Z');
const index = (staleSince?: Date) =>
  ({
    snapshot: { index: { size: 12 }, versions: { directory: 34 }, built: { at: BUILT_AT, ms: 5 } },
    staleSince,
  }) as HeldDirectory;

function readiness(
  held: HeldDirectory | undefined,
  heard?: { isStandby: boolean },
  staleReadyForMs = HOUR_MS,
) {
  const pulse = new DatabasePulse();
  if (heard) pulse.beat({ ms: 3.4, timeline: 1, ...heard });
  return new Readiness(pulse, { latest: () => held } as LiveDirectory, staleReadyForMs);
}

function refusalOf(what: () => unknown): Problem {
  try {
    what();
  } catch (error) {
    return error as Problem;
  }
  throw new Error('it is not refused');
}

describe('readiness', () => {
  it('waits for the index, whatever the database does', () => {
    const refusal = refusalOf(() => readiness(undefined, { isStandby: false }).ready());
    expect(refusal).toMatchObject({
      kind: 'unavailable',
      detail: 'The directory is still being read into memory.',
      headers: { 'retry-after': '2' },
      extensions: { database: { status: 'ok', ms: 3 }, index: null, writable: true },
    });
  });

  it('says what is known of the database and the index', () => {
    expect(readiness(index(), { isStandby: false }).ready()).toEqual({
      status: 'ok',
      database: { status: 'ok', ms: 3 },
      index: { programs: 12, version: 34, builtAt: '2026-12-01T08:00:00.000Z', staleSince: null },
      writable: true,
    });
    expect(readiness(index(), { isStandby: true }).ready()).toMatchObject({ status: 'ok', writable: false });
  });

  it('goes on without the database as long as the index is young enough', () => {
    const since = (ms: number) => new Date(Date.now() - ms);
    expect(readiness(index(since(HOUR_MS / 2))).ready()).toMatchObject({
      status: 'ok',
      database: { status: 'away', ms: null },
      index: { staleSince: expect.any(String) },
      writable: false,
    });
    const refusal = refusalOf(() => readiness(index(since(2 * HOUR_MS))).ready());
    expect(refusal.detail).toMatch(/^The database is not responding, and the directory in memory is of 20/);
    expect(refusal.headers).toEqual({ 'retry-after': '5' });
    expect(readiness(index(since(0)), undefined, 0).isReady()).toBe(false);
    expect(readiness(index(since(2 * HOUR_MS)), { isStandby: false }).isReady()).toBe(true);
  });

  it('is writable on a primary that responds, and on nothing else', () => {
    expect(() => readiness(index(), { isStandby: false }).requireWritable()).not.toThrow();
    expect(refusalOf(() => readiness(index()).requireWritable()).detail).toBe(
      'The database is not responding.',
    );
    expect(refusalOf(() => readiness(index(), { isStandby: true }).requireWritable()).detail).toBe(
      'This server does not take edits: its database is a standby. Send them to a server of the primary.',
    );
  });
});
