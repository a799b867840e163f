import { addEventHandler } from 'jest-circus';
import * as fc from 'fast-check';
import { SEARCH_SEED, TIMES } from '../support/searches.js';
import { takeBreaches } from '../support/contract/hold-to-contract.js';

/** Only for tests that hang: on a busy machine a start of the whole program takes many times as long. */
const PATIENCE_MS = 120_000;

/** The arguments of a test or a hook: `@types/jest` allows more than the runner supports. */
type Body = (...args: unknown[]) => unknown;

fc.configureGlobal({ seed: SEARCH_SEED, numRuns: 100 * TIMES });

let running = false;

/**
 * For every spec file, what the runner does not do: a test or a hook has a timeout; a test fails if a response to its
 * requests breaks the contract, whatever else it asserted; and what the runner would ignore silently is refused.
 */
addEventHandler((event, { currentDescribeBlock: block, unhandledErrors }) => {
  if (event.name === 'add_test') {
    const { concurrent, failing, mode } = event;
    if (concurrent || failing || mode === 'todo')
      throw new Error('Tests run one after the other, and each of them passes: use `it`, or `it.skip`.');
    if (running) block.children.pop();
    refuseWhileRunning('a test');
    const added = block.children.at(-1);
    if (added?.type === 'test' && added.fn) added.fn = held(added.fn as Body, added.timeout ?? PATIENCE_MS);
  } else if (event.name === 'add_hook') {
    refuseWhileRunning('a hook');
    const added = block.hooks.at(-1);
    if (added) added.fn = held(added.fn as Body, added.timeout ?? PATIENCE_MS);
  } else if (event.name === 'start_describe_definition') refuseWhileRunning('a describe');
  else if (event.name === 'finish_describe_definition' && unhandledErrors.length > 0)
    throw new AggregateError(unhandledErrors, String(unhandledErrors[0]));
});

/** The runner does not count assertions, so these would have no effect. */
for (const name of ['assertions', 'hasAssertions'] as const)
  expect[name] = () => {
    throw new Error(`expect.${name} has no effect here: assert what has to be so.`);
  };

function refuseWhileRunning(what: string): void {
  if (running) throw new Error(`Inside a test ${what} is never run: put it outside.`);
}

function held(body: Body, inTheSuiteMs: number): () => Promise<void> {
  if (body.length > 0) throw new Error('A test takes no `done`: it returns a promise.');
  return async () => {
    running = true;
    const patience = inTheSuiteMs * TIMES;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`It did not end within ${patience / 1000} s.`)), patience);
    });
    try {
      await Promise.race([body(), late]);
    } catch (error) {
      takeBreaches();
      throw asError(error);
    } finally {
      clearTimeout(timer);
      running = false;
    }
    failOnBreaches();
  };
}

/** The runner reads the stack of the error. */
function asError(thrown: unknown): Error {
  return thrown instanceof Error && thrown.stack !== undefined
    ? thrown
    : new Error(`Thrown: ${String(thrown)}`, { cause: thrown });
}

function failOnBreaches(): void {
  const breaches = [...new Set(takeBreaches())];
  if (breaches.length === 0) return;
  const listed = breaches.slice(0, 20).map((breach) => `  - ${breach}`);
  throw new Error(`What was answered is not what openapi/openapi.json says:\n${listed.join('\n')}`);
}
