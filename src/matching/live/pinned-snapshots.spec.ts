import type { DirectorySnapshot } from './directory-snapshot.js';
import { nameOf, PinnedSnapshots } from './pinned-snapshots.js';

const snapshot = (directory: number) =>
  ({
    versions: { directory, evidence: 1 },
    today: '2026-11-24',
    policy: { version: '2026-11.3' },
  }) as DirectorySnapshot;

describe('a pinned snapshot', () => {
  it('is found by its versions and its day, until ten minutes after it was pinned last', () => {
    const pins = new PinnedSnapshots();
    pins.pin(snapshot(7), 0);
    const name = nameOf(snapshot(7));
    expect(pins.find(name, 599_999)).toEqual(snapshot(7));
    expect(pins.find(name, 600_000)).toBeUndefined();
    pins.pin(snapshot(7), 500_000);
    expect(pins.find(name, 1_099_999)).toEqual(snapshot(7));
    expect(pins.find(nameOf(snapshot(8)), 0)).toBeUndefined();
  });

  it('gives way to newer ones when there are too many', () => {
    const pins = new PinnedSnapshots();
    for (let version = 1; version <= 40; version++) pins.pin(snapshot(version), version);
    expect(pins.find(nameOf(snapshot(1)), 41)).toBeUndefined();
    expect(pins.find(nameOf(snapshot(8)), 41)).toBeUndefined();
    expect(pins.find(nameOf(snapshot(9)), 41)).toEqual(snapshot(9));
    expect(pins.find(nameOf(snapshot(40)), 41)).toEqual(snapshot(40));
  });
});
