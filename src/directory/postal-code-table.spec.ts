import { gatherPostalCodes, readPostalCodes } from './postal-code-table.js';

it('The table that the build keeps is the one of its sources', () => {
  const kept = readPostalCodes();
  expect(kept.size).toBeGreaterThan(40_000);
  expect([...kept]).toEqual([...gatherPostalCodes()]);
});
