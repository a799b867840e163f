import { readRegistryFiles } from '../../evidence/registry-files.js';
import * as roles from './approach-roles.js';

const registry = new Set(readRegistryFiles().approaches.map(({ code }) => code));

/** Every code of a list, of a table, or by itself. */
function codesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Object.values(value as object).flatMap(codesIn);
}

describe('the roles of approaches', () => {
  it.each(Object.entries(roles))('%s names approaches of the registry only', (_, role) => {
    const codes = codesIn(role);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !registry.has(code))).toEqual([]);
  });
});
