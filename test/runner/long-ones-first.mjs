import TestSequencer from '@jest/test-sequencer';

/** The longest files first: if started last, they would run alone at the end. */
const LONG_ONES = [
  'test/browser/console.spec.ts',
  'test/e2e/matching/national-directory.spec.ts',
  'test/e2e/start/start.spec.ts',
  'test/e2e/directory/search-names.spec.ts',
  'test/e2e/matching/reported-programs.spec.ts',
  'test/e2e/start/index-file.spec.ts',
  'test/properties/index.spec.ts',
  'test/e2e/matching/live.spec.ts',
  'test/e2e/interchange/navigator-import.spec.ts',
  'src/database/embedded-server.spec.ts',
  'test/e2e/feed/webhook-deliveries.spec.ts',
  'test/e2e/matching/match.spec.ts',
  'test/properties/ranks.spec.ts',
  'test/e2e/feed/following.spec.ts',
];

export default class LongOnesFirst extends TestSequencer {
  sort(tests) {
    const place = ({ path }) => {
      const index = LONG_ONES.findIndex((name) => path.endsWith(`/dist/${name}.js`));
      return index === -1 ? LONG_ONES.length : index;
    };
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
}
