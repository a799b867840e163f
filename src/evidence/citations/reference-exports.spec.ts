import { FICTIONAL_WORKS, referenceExports } from '../../../test/support/reference-exports.js';
import { readCitationFile } from './read-citation-file.js';
import { formatReference } from './reference-styles.js';
import { cslItemOf } from './csl-item.js';

const exported = referenceExports();

describe('Exports of reference managers and databases', () => {
  it('are of more than forty kinds', () => {
    expect(exported.length).toBeGreaterThanOrEqual(40);
    expect(new Set(exported.map(({ program, format }) => `${format} ${program}`)).size).toBe(exported.length);
  });

  it.each(exported.map((one) => [`${one.program} (${one.format})`, one] as const))(
    'are read whole: %s',
    async (_name, { format, text, writes }) => {
      const records = await readCitationFile(text, format);
      expect(
        records.map(({ record, flaw }) => ({
          flaw,
          title: record?.title,
          families: record?.authors?.map(({ family }) => family),
          journal: record?.journal,
          year: record?.year,
          place: [record?.volume, record?.issue, record?.pages],
          doi: record?.doi,
          ...(writes.includes('pmid') && { pmid: record?.pmid }),
        })),
      ).toEqual(
        FICTIONAL_WORKS.map((work) => ({
          flaw: undefined,
          title: work.title,
          families: work.authors.map(({ family }) => family),
          journal: work.journal,
          year: work.year,
          place: [work.volume, work.issue, `${work.first}-${work.last}`],
          doi: work.doi,
          ...(writes.includes('pmid') && { pmid: work.pmid }),
        })),
      );
    },
  );

  it('give references with the signs of the title as they are', async () => {
    const [{ record } = {}] = await readCitationFile(exported[0]!.text, exported[0]!.format);
    expect(
      await formatReference(cslItemOf('00000000-0000-4000-8000-000000000000', record!), 'vancouver'),
    ).toContain('drugs & alcohol, p < 0.5');
  });
});
