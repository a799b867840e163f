import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { describeWithShared } from '../../test/support/shared-material.js';
import { projectFolder } from '../config/project-folder.js';
import { readRegistryFiles } from './registry-files.js';
import { SeedFileError } from '../config/seed-file.js';

const FOLDER = join(projectFolder, 'seed-data', 'evidence');
const FILES = [
  'registry.yaml',
  ...readdirSync(join(FOLDER, 'approaches')).map((name) => join('approaches', name)),
];

describe('the files of the evidence registry', () => {
  const { terms, approaches } = readRegistryFiles();

  it('hold 66 approaches with 103 ratings', () => {
    expect(approaches).toHaveLength(66);
    expect(approaches.flatMap(({ ratings }) => ratings)).toHaveLength(103);
  });

  it('are all unreviewed drafts', () => {
    expect(terms).toMatchObject({
      status: 'draft',
      reviewer: null,
      reviewedOn: null,
      draftedOn: '2026-11-23',
      nextReviewOn: '2027-11-23',
      conflictOfInterest: 'drafted without a human reviewer; a reviewer must declare',
    });
    const statuses = approaches.flatMap(({ ratings }) => ratings.map(({ status }) => status));
    expect(new Set(statuses)).toEqual(new Set(['draft']));
  });

  it('never contain a badge', () => {
    expect(
      FILES.filter((file) => /^\s*(- )?badge\s*:/m.test(readFileSync(join(FOLDER, file), 'utf8'))),
    ).toEqual([]);
  });

  it('name an approach as comparator only where the registry has it, and never the approach itself', () => {
    const named = approaches.flatMap(({ code, ratings }) =>
      ratings.flatMap(({ comparator, comparatorApproach }) =>
        comparatorApproach === undefined ? [] : [`${code} vs ${comparator}: ${comparatorApproach}`],
      ),
    );
    expect(named).toEqual([
      'al-anon vs CRAFT: craft',
      'al-anon vs CRAFT: craft',
      'craft vs Al-Anon / Nar-Anon facilitation: al-anon',
      'craft vs Johnson intervention: johnson-intervention',
      'iop vs inpatient / residential: residential',
      'johnson-intervention vs CRAFT: craft',
      'other-mutual-help vs 12-step: tsf-aa',
      'tsf-aa vs other established treatments (CBT, MET): cbt',
      'xr-naltrexone-oud vs buprenorphine-naloxone: buprenorphine',
    ]);
  });

  it.each(FILES)('%s is written as a rewrite would write it, so that a diff shows what changed', (file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const rewritten = parseDocument(text).toString({
      lineWidth: 100,
      singleQuote: true,
      flowCollectionPadding: false,
    });
    expect(rewritten).toBe(text);
  });
});

describe('a file of the evidence registry that cannot be used', () => {
  let folder: string;
  const craft = () => join(folder, 'approaches', 'craft.yaml');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'registry-'));
    cpSync(FOLDER, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The error after the first occurrence of a text in craft.yaml was replaced. */
  function complaintAfter(find: string, replacement: string): string {
    const text = readFileSync(craft(), 'utf8');
    expect(text).toContain(find);
    writeFileSync(craft(), text.replace(find, replacement));
    return complaint();
  }

  function complaint(): string {
    try {
      readRegistryFiles(folder);
    } catch (error) {
      if (error instanceof SeedFileError) return error.message.replace(folder, '…');
      throw error;
    }
    return 'no complaint';
  }

  it('is named with the field and the words that are allowed there', () => {
    expect(complaintAfter('certainty: moderate', 'certainty: medium')).toBe(
      '…/approaches/craft.yaml cannot be used: ratings/0/certainty: must be one of high, moderate, low, very-low, none.',
    );
  });

  it('is named with a field it lacks', () => {
    expect(complaintAfter('    effectVerified: true\n', '')).toBe(
      '…/approaches/craft.yaml cannot be used: ratings/0/effectVerified: is missing.',
    );
  });

  it('is named with an unknown field, and the one that was probably meant', () => {
    expect(complaintAfter('population:', 'populaton: adults\npopulation:')).toBe(
      '…/approaches/craft.yaml cannot be used: populaton: unknown field (did you mean "population"?).',
    );
  });

  it('is named when a badge is typed in', () => {
    expect(complaintAfter('    certainty: moderate', '    badge: supported\n    certainty: moderate')).toBe(
      '…/approaches/craft.yaml cannot be used: ratings/0/badge: unknown field.',
    );
  });

  it('is named when it claims to be reviewed', () => {
    expect(complaintAfter('status: draft', 'status: published')).toBe(
      '…/approaches/craft.yaml cannot be used: ratings/0/status: must be one of draft.',
    );
  });

  it('is named when a comparator is no approach of the registry', () => {
    expect(complaintAfter('comparatorApproach: al-anon', 'comparatorApproach: alanon')).toBe(
      '…/approaches/craft.yaml cannot be used: ratings/0/comparatorApproach: the registry has no approach alanon; correct it or leave it out.',
    );
  });

  it('is named when two of its ratings say the same', () => {
    expect(
      complaintAfter('comparator: Johnson intervention', 'comparator: Al-Anon / Nar-Anon facilitation'),
    ).toBe(
      '…/approaches/craft.yaml cannot be used: ratings/1: has the condition, outcome and comparator of ratings/0; merge the two.',
    );
  });

  it('is named when its code is not its name, so that two approaches cannot share a code', () => {
    expect(complaintAfter('code: craft', 'code: al-anon')).toBe(
      '…/approaches/craft.yaml cannot be used: code: is al-anon, and the file must then be named al-anon.yaml.',
    );
  });

  it('is named with the line when it is not YAML', () => {
    expect(complaintAfter('code: craft', 'code: [craft')).toMatch(
      /^…\/approaches\/craft\.yaml cannot be used: line \d+: /,
    );
  });

  it('is named when it is the registry file itself', () => {
    writeFileSync(
      join(folder, 'registry.yaml'),
      readFileSync(join(folder, 'registry.yaml'), 'utf8').replace('2027-11-23', 'next year'),
    );
    expect(complaint()).toMatch(/^…\/registry\.yaml cannot be used: nextReviewOn: must match pattern/);
  });
});

interface Drafted {
  scheme: { name: string };
  defaults: Record<string, unknown>;
  approaches: (Record<string, unknown> & {
    id: string;
    ratings: (Record<string, unknown> & { certainty_reasons: Record<string, unknown> | null })[];
    citations: Record<string, unknown>[];
  })[];
}

/** Fields of the draft that have another name here. */
const RENAMED: Readonly<Record<string, string>> = {
  id: 'code',
  added: 'addedOn',
  type: 'design',
  verified: 'verifiedAt',
};

/** Omitted on purpose: a badge is derived, and `verified_source` repeats `verified` in every citation. */
const DROPPED = ['badge', 'verified_source'];

/** A record of the draft with the names of our files; `null` there is omitted here. */
function inOurWords(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([field, value]) => !DROPPED.includes(field) && value !== null)
      .map(([field, value]) => [
        RENAMED[field] ?? field.replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase()),
        value,
      ]),
  );
}

describeWithShared('against the drafted registry', 'clinical/evidence.json', (path) => {
  const read = () => JSON.parse(readFileSync(path, 'utf8')) as Drafted;

  it('the files say the same, field by field, and add only our classification', () => {
    const { approaches, defaults } = read();
    const expected = approaches
      .map(({ status: _status, ...approach }) => ({
        ...inOurWords(approach),
        ratings: approach.ratings.map((rating) => ({
          status: defaults.status,
          ...inOurWords(rating),
          ...(rating.certainty_reasons && { certaintyReasons: inOurWords(rating.certainty_reasons) }),
        })),
        citations: approach.citations.map(inOurWords),
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    const ours = readRegistryFiles()
      .approaches.map((approach) => ({
        ...approach,
        ratings: approach.ratings.map(
          ({ outcomeGroup: _group, comparatorApproach: _comparator, ...rating }) => rating,
        ),
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
    const byCode = (list: readonly object[]) =>
      Object.fromEntries(list.map((one) => [(one as { code: string }).code, one]));
    expect(byCode(ours)).toEqual(byCode(expected));
  });

  it('nothing that was dropped said anything of its own', () => {
    const citations = read().approaches.flatMap((approach) => approach.citations);
    expect(citations.filter(({ verified, verified_source: source }) => verified !== source)).toEqual([]);
    const statuses = read().approaches.flatMap(({ status }) => (status === undefined ? [] : [status]));
    expect(new Set(statuses)).toEqual(new Set([read().defaults.status]));
  });

  it('the registry file says what holds for all', () => {
    const { defaults, scheme } = read();
    expect(readRegistryFiles().terms).toMatchObject({
      scheme: scheme.name,
      status: defaults.status,
      draftedOn: defaults.drafted,
      reviewer: defaults.reviewer,
      reviewedOn: defaults.date_reviewed,
      conflictOfInterest: defaults.conflict_of_interest,
      nextReviewOn: defaults.next_review,
    });
  });
});
