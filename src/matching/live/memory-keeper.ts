import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  DirectoryMemory,
  type RememberedDirectory,
  type RememberedProgram,
} from '../../directory/memory/directory-memory.js';
import type { DirectorySnapshot } from './directory-snapshot.js';
import { type HeldDirectory, LiveDirectory } from './live-directory.js';
import { rememberedProgram } from './remembered-program.js';

/** Number of programs that are read before other requests get a turn. */
const AT_ONCE = 500;

/** Hands the directory in memory to the search of programs, for while the database is away. */
@Injectable()
export class MemoryKeeper implements OnModuleInit {
  /** What is searched of a snapshot, made for the first who asks. */
  private readonly searched = new WeakMap<DirectorySnapshot, Promise<readonly RememberedProgram[]>>();

  constructor(
    private readonly live: LiveDirectory,
    private readonly memory: DirectoryMemory,
  ) {}

  onModuleInit(): void {
    this.memory.keptBy(() => {
      const held = this.live.latest();
      return held && this.remembered(held);
    });
  }

  private remembered({ snapshot, staleSince }: HeldDirectory): RememberedDirectory {
    const { index, shown, registry } = snapshot;
    return {
      staleSince,
      approaches: [...registry.keys()],
      find: (id) => {
        const row = index.rowOf(id);
        return row === undefined ? undefined : shown.at(row).program;
      },
      programs: () => this.programsOf(snapshot),
    };
  }

  private programsOf(snapshot: DirectorySnapshot): Promise<readonly RememberedProgram[]> {
    const known = this.searched.get(snapshot) ?? everyRemembered(snapshot);
    this.searched.set(snapshot, known);
    return known;
  }
}

async function everyRemembered(snapshot: DirectorySnapshot): Promise<readonly RememberedProgram[]> {
  const { index } = snapshot;
  const programs: RememberedProgram[] = [];
  for (let row = 0; row < index.length; row++) {
    if (row % AT_ONCE === AT_ONCE - 1) await nextTurn();
    if (index.isLive(row)) programs.push(rememberedProgram(snapshot, row));
  }
  return programs;
}
