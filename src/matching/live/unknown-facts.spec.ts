import * as fc from 'fast-check';
import { arbitraryDirectory } from '../../../test/properties/arbitrary-directories.js';
import { ProgramIndex } from '../../core/matching/index/program-index.js';
import { unknownRatios } from './unknown-facts.js';

describe('the share of programs that report nothing of a fact', () => {
  it('is what a count of all programs says, also after some have gone', () => {
    fc.assert(
      fc.property(arbitraryDirectory, (candidates) => {
        const gone = candidates.slice(0, 1).map(({ id }) => id);
        const index = ProgramIndex.build(candidates).with([], gone);
        const rest = candidates.slice(1);
        const share = (isUnknown: (candidate: (typeof rest)[number]) => boolean) =>
          rest.length === 0 ? 0 : rest.filter(isUnknown).length / rest.length;
        const ratios = unknownRatios(index);
        expect(ratios['payers']).toBe(share(({ lists }) => lists.payers === undefined));
        expect(ratios['conditions']).toBe(share(({ lists }) => lists.conditions === undefined));
        expect(ratios['waitDays']).toBe(share(({ waitDays }) => waitDays === undefined));
      }),
      { numRuns: 20 },
    );
  });
});
