import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { program } from '../../../test/support/program-intakes.js';
import { WholeService } from '../../../test/support/whole-service.js';
import type { DirectorySnapshot } from './directory-snapshot.js';
import { ChangeSignal } from '../../database/change-signal.js';
import { DatabasePulse } from '../../database/database-pulse.js';
import { IndexBuilder } from './index-builder.js';
import { LiveDirectory } from './live-directory.js';
import { nameOf } from './pinned-snapshots.js';

/** What it holds, and would serve. */
interface Held {
  readonly held?: DirectorySnapshot;
}

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
});
afterAll(() => service.close());

const programs = (count: number, from = 0) =>
  Array.from({ length: count }, (_, number) => program(`Program ${from + number}`, {}));

/** A live directory without notifications: it reads only when it is asked. */
function liveDirectory(changes: { dataSource?: DataSource; builder?: Pick<IndexBuilder, 'build'> } = {}) {
  const written = new ChangeSignal();
  const { dataSource = service.dataSource, builder = service.part(IndexBuilder) } = changes;
  const pulse = new DatabasePulse();
  const live = new LiveDirectory(dataSource, builder as IndexBuilder, written, pulse, service.connection);
  return {
    live,
    pulse,
    /** Stores programs as this process would. */
    write: async (count: number, from = 0) => {
      await service.store('survey', programs(count, from));
      written.raise();
    },
    size: async () => (await live.current()).snapshot.index.size,
  };
}

describe('the live directory', () => {
  it.each([5, 3000])(
    'serves an index from a file only with what has changed since: %s programs',
    async (now) => {
      await service.store('survey', programs(2));
      const kept = await service.part(IndexBuilder).build(new Date().toISOString().slice(0, 10));
      await service.store('survey', programs(now));
      let isFirst = true;
      const build = (day: string) => {
        if (!isFirst) return service.part(IndexBuilder).build(day);
        isFirst = false;
        return Promise.resolve({ ...kept, from: 'file' as const });
      };
      const { live } = liveDirectory({ builder: { build } });
      const sizes = new Set<number | undefined>();
      const ready = live.catchUp().then(() => true);
      while (!(await Promise.race([ready, nextTurn(false)])))
        sizes.add((live as unknown as Held).held?.index.size);
      sizes.add((await live.current()).snapshot.index.size);
      expect([...sizes]).toEqual([undefined, now]);
    },
  );

  it('has what this process wrote, and leaves the snapshot of before as it was', async () => {
    const { live, write, size } = liveDirectory();
    await write(2);
    const before = (await live.current()).snapshot;
    await write(5);
    expect(await size()).toBe(5);
    await write(3);
    expect(await size()).toBe(3);
    expect([before.index.size, [...before.index.candidates()].length]).toEqual([2, 2]);
  });

  it('reads everything anew, whatever the numbers say, when another server has taken over', async () => {
    const { live, pulse, write, size } = liveDirectory();
    const on = (timeline: number) => pulse.beat({ ms: 1, isStandby: false, timeline });
    on(1);
    await write(3);
    expect(await size()).toBe(3);
    const ghost = (await live.current()).snapshot;
    live.pin(ghost);
    // The server that took over never got the last change.
    const { versions } = ghost as { versions: { directory: number } };
    versions.directory += 1_000;
    await service.store('survey', programs(2));
    await live.catchUp();
    expect(await size()).toBe(3);
    on(2);
    await live.catchUp();
    const { snapshot } = await live.current();
    expect([snapshot.index.size, snapshot.timeline]).toEqual([2, 2]);
    expect(snapshot.versions.directory).toBeLessThan(versions.directory);
    expect(live.versionOf(nameOf(ghost), { snapshot, staleSince: undefined })).toBeUndefined();
  });

  it('reads once for many who ask at the same moment', async () => {
    let builds = 0;
    const builder = {
      build: (day: string) => {
        builds += 1;
        return service.part(IndexBuilder).build(day);
      },
    };
    const { live } = liveDirectory({ builder });
    const all = await Promise.all(Array.from({ length: 20 }, () => live.current()));
    expect([new Set(all.map(({ snapshot }) => snapshot)).size, builds]).toEqual([1, 1]);
  });

  it('goes on after a reading whose transaction failed at its very end', async () => {
    let isFailing = false;
    const dataSource = Object.create(service.dataSource) as DataSource;
    dataSource.transaction = (async (...called: Parameters<DataSource['transaction']>) => {
      const result = await service.dataSource.transaction(...called);
      if (isFailing) throw new Error('Connection terminated unexpectedly');
      return result;
    }) as DataSource['transaction'];
    const { live, write, size } = liveDirectory({ dataSource });
    await write(2);
    expect(await size()).toBe(2);
    isFailing = true;
    await write(4);
    const { snapshot, staleSince } = await live.current();
    expect([snapshot.index.size, staleSince]).toEqual([2, expect.any(Date)]);
    isFailing = false;
    await live.catchUp();
    expect(await size()).toBe(4);
    expect((await live.current()).staleSince).toBeUndefined();
  });

  it('does not take an index whose building had begun before a change for one that has it', async () => {
    const gates: (() => void)[] = [];
    let isGated = false;
    const builder = {
      build: async (day: string) => {
        const built = await service.part(IndexBuilder).build(day);
        if (isGated) await new Promise<void>((open) => gates.push(open));
        return built;
      },
    };
    const { live, write, size } = liveDirectory({ builder });
    await write(2);
    expect(await size()).toBe(2);
    // This many new programs are patched in, and then the index is worth rebuilding.
    isGated = true;
    for (const count of [702, 1402, 2102]) {
      await write(count);
      expect(await size()).toBe(count);
    }
    while (gates.length === 0) await live.catchUp().then(() => sleep(20));
    // These are too many to be patched in: it waits for an index, but not for the one being built.
    isGated = false;
    await write(1202, 2102);
    const asked = size();
    await sleep(50);
    for (const open of gates) open();
    expect(await asked).toBe(1202);
  });
});
