import { NOTHING_KNOWN } from '../../core/evidence/citation-record.js';
import { cslItemOf } from './csl-item.js';
import { formatReference, REFERENCE_STYLES } from './reference-styles.js';

/** A fictional work. */
const item = cslItemOf('x', {
  ...NOTHING_KNOWN,
  title: 'A fictional trial of fictional counselling',
  authors: [
    { family: 'Example', given: 'Ada Mary' },
    { family: 'Sample', given: 'Ben', particle: 'van der' },
    { literal: 'Fictional Trial Group' },
  ],
  journal: 'Journal of Fictional Medicine',
  year: 2024,
  volume: '3',
  issue: '2',
  pages: '10-19',
  doi: '10.5555/fic-0000(24)00001-x',
  pmid: '990000001',
});

describe('A formatted reference', () => {
  it.each([
    [
      'apa',
      'Example, A. M., van der Sample, B., & Fictional Trial Group. (2024). A fictional trial of fictional counselling. Journal of Fictional Medicine, 3(2), 10–19. https://doi.org/10.5555/fic-0000(24)00001-x',
    ],
    [
      'vancouver',
      'Example AM, van der Sample B, Fictional Trial Group. A fictional trial of fictional counselling. Journal of Fictional Medicine. 2024;3(2):10–9.',
    ],
    [
      'harvard1',
      'Example, A.M., van der Sample, B., and Fictional Trial Group (2024) “A fictional trial of fictional counselling,” Journal of Fictional Medicine, 3(2), pp. 10–19. doi:10.5555/fic-0000(24)00001-x.',
    ],
  ] as const)('follows its style: %s', async (style, reference) => {
    expect(await formatReference(item, style)).toBe(reference);
  });

  it('is possible even if little is known', async () => {
    for (const style of REFERENCE_STYLES)
      expect(
        await formatReference(cslItemOf('x', { ...NOTHING_KNOWN, title: 'On little' }), style),
      ).toContain('On little');
  });
});
