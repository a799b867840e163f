import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** What takes longest, the longest first: started last, one process would work on it alone. */
const LONG_ONES = [
  'test/e2e/matching/national-directory.spec.ts',
  'test/e2e/start/start.spec.ts',
  'test/properties/index.spec.ts',
  'test/e2e/matching/live.spec.ts',
  'test/e2e/interchange/navigator-import.spec.ts',
  'src/database/embedded-server.spec.ts',
  'test/e2e/feed/webhook-deliveries.spec.ts',
  'test/e2e/matching/match.spec.ts',
  'test/properties/ranks.spec.ts',
  'test/e2e/feed/following.spec.ts',
];

class LongOnesFirst extends BaseSequencer {
  async sort(files) {
    const place = ({ moduleId }) => {
      const index = LONG_ONES.findIndex((name) => moduleId.endsWith(`/${name}`));
      return index === -1 ? LONG_ONES.length : index;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** Every test: unit specs beside the code, properties, golden cases and end-to-end, all against real PostgreSQL where they need one. */
export default defineConfig({
  test: {
    include: ['{src,test}/**/*.spec.ts'],
    globalSetup: 'test/support/global-setup.mjs',
    setupFiles: ['test/support/contract/contract-kept.ts'],
    // Loading the service costs more than most files' tests: each process loads it once, not once a file. Three of them
    // keep two cores busy, since many a test waits for PostgreSQL, or for a process that it has started.
    pool: 'forks',
    isolate: false,
    maxWorkers: 3,
    sequence: { sequencer: LongOnesFirst },
    // Only for what hangs: on a busy machine a start of the whole program takes many times as long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
