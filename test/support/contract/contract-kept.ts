import { afterAll, afterEach } from 'vitest';
import { takeBreaches } from './hold-to-contract.js';

/** For every spec file: a test whose requests were answered against the contract fails, whatever else it looked at. */
function failOnBreaches(): void {
  const breaches = [...new Set(takeBreaches())];
  if (breaches.length === 0) return;
  const listed = breaches.slice(0, 20).map((breach) => `  - ${breach}`);
  throw new Error(`What was answered is not what openapi/openapi.json says:\n${listed.join('\n')}`);
}

afterEach(failOnBreaches);
afterAll(failOnBreaches);
