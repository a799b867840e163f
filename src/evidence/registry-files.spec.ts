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

  it('hold 73 approaches with 120 ratings', () => {
    expect(approaches).toHaveLength(73);
    expect(approaches.flatMap(({ ratings }) => ratings)).toHaveLength(120);
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
      'craft-short vs full CRAFT, 12 to 14 sessions: craft',
      'iop vs inpatient / residential: residential',
      'johnson-intervention vs CRAFT: craft',
      'methadone vs buprenorphine-naloxone: buprenorphine',
      'other-mutual-help vs 12-step: tsf-aa',
      'tsf-aa vs other established treatments (CBT, MET): cbt',
      'xr-buprenorphine vs sublingual buprenorphine start in the same department: buprenorphine',
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

/** When the registry was brought up to date after its first draft. */
const BROUGHT_UP_TO_DATE = '2026-11-30';

/** What was worded anew then, or added to a text, by approach and field; everything else of that day is a new entry. */
const REWORDED: Readonly<Record<string, readonly string[]>> = {
  buprenorphine: ['cautions'],
  methadone: ['description', 'cautions'],
  'peer-support': ['cautions'],
  'recovery-coaching': ['cautions'],
  telehealth: ['cautions'],
};

const isOfTheDraft = ({ addedOn }: { readonly addedOn?: string }) => addedOn !== BROUGHT_UP_TO_DATE;

const without = (fields: readonly string[], record: object) =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));

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

  it('the files say the same, field by field, and add only our classification and what came later', () => {
    const { approaches, defaults } = read();
    const expected = approaches
      .map(({ status: _status, ...approach }) => ({
        ...without(REWORDED[approach.id] ?? [], inOurWords(approach)),
        ratings: approach.ratings.map((rating) => ({
          status: defaults.status,
          ...inOurWords(rating),
          ...(rating.certainty_reasons && { certaintyReasons: inOurWords(rating.certainty_reasons) }),
        })),
        citations: approach.citations.map(inOurWords),
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    const ours = readRegistryFiles()
      .approaches.filter(isOfTheDraft)
      .map((approach) => ({
        ...without(REWORDED[approach.code] ?? [], approach),
        code: approach.code,
        ratings: approach.ratings
          .filter(isOfTheDraft)
          .map(
            ({ outcomeGroup: _group, comparatorApproach: _comparator, nextReviewOn: _review, ...rating }) =>
              rating,
          ),
        citations: approach.citations.filter(isOfTheDraft),
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

interface Rated {
  readonly effect: string;
  readonly certainty: string;
  readonly direction: string;
  readonly comparatorType: string;
  readonly outcomeGroup: string;
}
interface Cited {
  readonly doi?: string | null;
  readonly doiSeen?: boolean;
}
type ShouldBe = Partial<Rated> &
  Cited & {
    readonly add?: Rated;
    readonly ratings?: readonly Rated[];
    readonly citation?: Cited;
    readonly citations?: readonly Cited[];
  };

describeWithShared('against the corrections of 2026', 'clinical/corrections-2026-12.json', (path) => {
  const { items } = JSON.parse(readFileSync(path, 'utf8')) as { items: { id: string; shouldBe: ShouldBe }[] };
  const evidence = items.filter(({ id }) => id.startsWith('EV-')).map(({ shouldBe }) => shouldBe);
  const { approaches } = readRegistryFiles();

  it('has every rating of theirs, with its effect, certainty, direction and kinds of outcome and comparator', () => {
    const of = ({ effect, certainty, direction, comparatorType, outcomeGroup }: Partial<Rated>) =>
      JSON.stringify([effect, certainty, direction, comparatorType, outcomeGroup]);
    const wanted = evidence.flatMap((should) => [
      ...(should.effect === undefined ? [] : [should]),
      ...(should.add ? [should.add] : []),
      ...(should.ratings ?? []),
    ]);
    expect(wanted).toHaveLength(14);
    const ours = new Set(approaches.flatMap(({ ratings }) => ratings).map(of));
    expect(wanted.map(of).filter((rating) => !ours.has(rating))).toEqual([]);
  });

  it('has every DOI of theirs that was seen, and none that was not', () => {
    const cited = evidence.flatMap((should) => [
      ...(should.doi === undefined ? [] : [should]),
      ...(should.citation ? [should.citation] : []),
      ...(should.citations ?? []),
    ]);
    const seen = cited.filter(({ doiSeen }) => doiSeen !== false).flatMap(({ doi }) => doi ?? []);
    const works = approaches.flatMap(({ citations }) => citations).filter((work) => !isOfTheDraft(work));
    const ours = new Set(works.flatMap(({ doi, doiSeen }) => (doiSeen ? (doi ?? []) : [])));
    expect(seen).toHaveLength(10);
    expect(seen.filter((doi) => !ours.has(doi))).toEqual([]);
    const notSeen = cited.flatMap(({ doi, doiSeen }) => (doiSeen === false ? (doi ?? []) : []));
    expect(works.filter(({ doi }) => doi !== undefined && notSeen.includes(doi))).toEqual([]);
  });
});
