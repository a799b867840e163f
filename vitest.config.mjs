import { defineConfig } from 'vitest/config';

/** Every test: unit specs beside the code, properties, golden cases and end-to-end, all against real PostgreSQL where they need one. */
export default defineConfig({
  test: {
    include: ['{src,test}/**/*.spec.ts'],
    globalSetup: 'test/support/global-setup.mjs',
    // Loading the service costs more than most spec files take: each of two processes loads it once, not once a file.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
