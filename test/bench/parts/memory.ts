import { seededKnowledge } from '../../cases/seeded-knowledge.js';
import { benchEngine } from '../bench-engine.js';
import type { BenchPart } from '../bench-part.js';
import { benchNeeds } from '../bench-needs.js';
import { syntheticDirectory } from '../synthetic-directory.js';

const PROGRAMS = 200_000;

/**
 * The memory of the columns that every match scans; and, apart from them, of the dictionaries, on whose entries rules are
 * evaluated and from which explanations are made.
 */
export const memory: BenchPart = {
  name: 'memory',
  about: `memory of the index of ${PROGRAMS.toLocaleString('en')} programs, explanation data apart`,
  targets: [
    {
      what: 'memory of the index at 200,000 programs, explanation data apart',
      figure: 'bytes a program in columns',
      bound: { atMost: 120 },
      unit: 'bytes a program',
    },
    {
      what: 'memory of a process that has built an index of 200,000 programs, at its peak',
      figure: 'MB of the process at its peak',
      bound: { atMost: 1000 },
      unit: 'MB',
    },
  ],
  async measure() {
    const ofProcess = buildOneByOne();
    const candidates = [...syntheticDirectory(PROGRAMS)];
    const [need] = benchNeeds(1);
    const knowledge = seededKnowledge();
    const before = used();
    const engine = benchEngine.build(candidates, knowledge);
    // What a first answer sets up for all later ones belongs to the index.
    engine.top(need!);
    const after = used();
    // All of it stays alive until here, so that the collector counts nothing as gone.
    const { universe } = engine.top(need!);
    if (universe === 0 || candidates.length !== PROGRAMS) throw new Error('Nothing was built.');
    return {
      ...ofProcess,
      'bytes a program in columns': (after.arrayBuffers - before.arrayBuffers) / PROGRAMS,
      'bytes a program in dictionaries': (after.heap - before.heap) / PROGRAMS,
    };
  },
};

/** As the service does: each program is read, indexed and let go. */
function buildOneByOne() {
  const engine = benchEngine.build(syntheticDirectory(PROGRAMS), seededKnowledge());
  const { maxRSS } = process.resourceUsage();
  used();
  const rss = process.memoryUsage.rss();
  if (engine.top(benchNeeds(1)[0]!).universe === 0) throw new Error('Nothing was built.');
  return {
    'MB of the process after the build': rss / 1e6,
    'MB of the process at its peak': (maxRSS * 1024) / 1e6,
  };
}

function used(): { heap: number; arrayBuffers: number } {
  if (!globalThis.gc) throw new Error('Run node with --expose-gc.');
  for (let i = 0; i < 3; i++) globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed, arrayBuffers };
}
