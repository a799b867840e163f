/**
 * Every test: unit specs beside the code, properties, golden cases and end to end, all on a real PostgreSQL where they
 * need one. What runs is compiled: `dist/` as it ships, and beside it the specs (docs/decisions/0019-jest.md).
 */
export default {
  roots: ['<rootDir>/dist/src', '<rootDir>/dist/test'],
  // A compiled spec keeps the name of its source, so that `npm test -- src/core/x.spec.ts` finds it.
  testMatch: ['**/*.spec.ts.js', '**/*.spec.tsx.js'],
  transform: {},
  watchman: false,
  // Bare Node, in processes that keep what they have loaded: loading the service costs more than most files' tests.
  runner: '<rootDir>/test/runner/child-processes.mjs',
  // Three keep two cores busy, since many a test waits for PostgreSQL, or for a process that it has started.
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/runner/long-ones-first.mjs',
  globalSetup: '<rootDir>/test/runner/global-setup.mjs',
  globalTeardown: '<rootDir>/test/runner/global-teardown.mjs',
  setupFiles: ['<rootDir>/test/runner/source-maps.mjs'],
  setupFilesAfterEnv: ['<rootDir>/dist/test/runner/hold-tests.js'],
  reporters: ['default', '<rootDir>/test/runner/skipped-tests.mjs'],
};
