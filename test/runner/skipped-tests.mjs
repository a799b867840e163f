/** Lists every skipped test by its title, which has the reason. Jest lists them only for a single file. */
export default class SkippedTests {
  constructor(globalConfig) {
    this.picked = globalConfig.testNamePattern;
  }

  onRunComplete(_contexts, { testResults }) {
    if (this.picked) return;
    const skipped = testResults
      .flatMap(({ testResults: tests }) => tests)
      .filter(({ status }) => status === 'pending')
      .map(({ ancestorTitles, title }) => `  ${[...ancestorTitles, title].join(' › ')}`);
    if (skipped.length > 0) console.error(`\nSkipped:\n${skipped.join('\n')}`);
  }
}
