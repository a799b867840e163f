import * as fc from 'fast-check';
import {
  decideOnRating,
  nextEdition,
  type RatingStep,
  refuseEdit,
  reopen,
} from '../../src/core/curation/decide-on-rating.js';
import type { AskedAction } from '../../src/core/curation/rating-life.js';
import {
  type CitedWork,
  isOpen,
  isStanding,
  type RatingContent,
  type RatingReview,
  type RatingVersion,
} from '../../src/core/curation/rating-version.js';
import type { Actor } from '../../src/core/curation/role.js';
import { searches } from '../support/searches.js';

/** A desk in memory that does what the core decides, and nothing else. */
interface KeptVersion extends RatingVersion {
  readonly claim: number;
  readonly review?: RatingReview;
}
interface Desk {
  versions: KeptVersion[];
  works: CitedWork[];
  writes: number;
  audit: number;
}

const CLAIMS = 3;
const WORKS = 3;
const PEOPLE: readonly Actor[] = [
  { id: 'ann', name: 'Ann', roles: ['author'] },
  { id: 'bea', name: 'Bea', roles: ['author', 'reviewer'] },
  { id: 'rae', name: 'Rae', roles: ['reviewer'] },
  { id: 'ida', name: 'Ida', roles: ['reviewer'] },
  { id: 'adm', name: 'Adm', roles: ['administrator', 'coach'] },
];
/** Ida declared an interest in the approach of the first claim. */
const INTERESTS: Readonly<Record<string, readonly string[]>> = { ida: ['approach-0'] };

const COMPLETE: RatingContent = {
  outcomeGroup: 'abstinence',
  comparatorType: 'active',
  comparatorApproach: null,
  population: 'adults',
  certainty: 'low',
  direction: 'benefit',
  certaintySource: 'published',
  certaintyReasons: { other: 'x', statedBy: 'y' },
  effect: 'not stated',
  effectVerified: false,
  studyConflicts: null,
  note: null,
  originalGrade: null,
  citations: ['w0'],
  changeNote: 'why',
};
const FLAWS: readonly Partial<RatingContent>[] = [
  { population: null },
  { direction: 'unknown' },
  { certaintySource: '' },
  { certaintyReasons: null },
  { effect: null },
  { citations: [] },
  { citations: ['w2'] },
  { changeNote: null },
];

function oftenest<Value>(...values: (readonly [Value, number])[]): fc.Arbitrary<Value> {
  return fc.oneof(...values.map(([value, weight]) => ({ weight, arbitrary: fc.constant(value) })));
}

/** Mostly complete, on other works each time; now and then something is missing. */
const content = fc
  .tuple(
    fc.subarray(['w0', 'w1', 'w2'], { minLength: 1 }),
    oftenest<Partial<RatingContent>>([{}, 30], ...FLAWS.map((flaw) => [flaw, 1] as const)),
  )
  .map(([citations, flaw]): RatingContent => ({ ...COMPLETE, citations, ...flaw }));

type Act =
  | { kind: 'draft'; claim: number; content: RatingContent }
  | { kind: 'edit'; back: number; content: RatingContent }
  | {
      kind: 'move';
      back: number;
      action: AskedAction;
      conflictStatement: string;
      impact: 'current' | 'outdated' | 'unknown';
    }
  | { kind: 'doubt'; work: number; retraction: CitedWork['retraction'] };

const is = <Kind extends Act['kind']>(kind: Kind) => fc.constant(kind);
const back = fc.nat(3);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: is('draft'), claim: fc.nat(CLAIMS - 1), content }) },
  { weight: 2, arbitrary: fc.record({ kind: is('edit'), back, content }) },
  {
    weight: 14,
    arbitrary: fc.record({
      kind: is('move'),
      back,
      action: oftenest<AskedAction>(['submit', 6], ['approve', 8], ['return', 1], ['retract', 1]),
      conflictStatement: oftenest(['none', 9], ['', 1]),
      impact: oftenest<'current' | 'outdated' | 'unknown'>(['current', 8], ['outdated', 1], ['unknown', 1]),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: is('doubt'),
      work: fc.nat(WORKS - 1),
      retraction: fc.constantFrom<CitedWork['retraction'][]>('none', 'concern', 'retracted'),
    }),
  },
);
const turns = fc.array(fc.record({ by: fc.constantFrom(...PEOPLE), act }), {
  minLength: 30,
  maxLength: 80,
  size: 'max',
});

function newDesk(): Desk {
  const works = Array.from({ length: WORKS }, (_, i): CitedWork => ({
    id: `w${i}`,
    isIdentified: i !== 2,
    year: 2020,
    design: 'RCT',
    retraction: 'none',
  }));
  return { versions: [], works, writes: 0, audit: 0 };
}

function take(desk: Desk, steps: readonly RatingStep[], review?: RatingReview): void {
  for (const step of steps) {
    desk.versions = desk.versions.map((one) =>
      one.id === step.id
        ? {
            ...one,
            status: step.to,
            ...(step.action === 'approve' ? { isPublic: true, review } : {}),
          }
        : one,
    );
    desk.writes += 1;
    desk.audit += 1;
    // Never two at once, not even between two steps of one act.
    expectOneStanding(desk);
  }
}

function perform(desk: Desk, by: Actor, wish: Act): void {
  const worksOf = ({ content: { citations } }: RatingVersion) =>
    desk.works.filter(({ id }) => citations.includes(id));
  if (wish.kind === 'draft') {
    const versions = desk.versions.filter(({ claim }) => claim === wish.claim);
    const next = nextEdition(versions);
    if ('refused' in next || !by.roles.includes('author')) return;
    desk.versions.push({
      id: `c${wish.claim}e${next.edition}`,
      claim: wish.claim,
      edition: next.edition,
      status: 'draft',
      isPublic: false,
      authors: [by.id],
      content: wish.content,
    });
    desk.writes += 1;
    desk.audit += 1;
  } else if (wish.kind === 'doubt') {
    desk.works = desk.works.map((work, i) =>
      i === wish.work ? { ...work, retraction: wish.retraction } : work,
    );
    if (wish.retraction === 'none') return;
    take(
      desk,
      reopen(desk.versions.filter(({ content: { citations } }) => citations.includes(`w${wish.work}`))),
    );
  } else {
    const version = desk.versions.at(-1 - (wish.back % Math.max(1, desk.versions.length)));
    if (!version) return;
    if (wish.kind === 'edit') {
      if (refuseEdit(version) || !by.roles.includes('author')) return;
      desk.versions = desk.versions.map((one) =>
        one === version
          ? { ...one, content: wish.content, authors: [...new Set([...one.authors, by.id])] }
          : one,
      );
      desk.writes += 1;
      desk.audit += 1;
      return;
    }
    const review: RatingReview = {
      reviewer: by.name,
      reviewerId: by.id,
      reviewedOn: '2026-11-24',
      nextReviewOn: '2027-11-24',
      conflictStatement: wish.conflictStatement,
      impact: 'i',
    };
    const decision = decideOnRating({
      action: wish.action,
      by,
      version,
      versions: desk.versions.filter(({ claim }) => claim === version.claim),
      works: worksOf(version),
      approach: `approach-${version.claim}`,
      declaredInterests: INTERESTS[by.id] ?? [],
      review,
      impact: wish.impact,
    });
    if ('steps' in decision) take(desk, decision.steps, review);
  }
}

/** Plain throws: an `expect` for each of a million checks would take minutes. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function expectOneStanding({ versions }: Desk): void {
  for (let claim = 0; claim < CLAIMS; claim++) {
    const own = versions.filter((one) => one.claim === claim);
    must(own.filter(isStanding).length <= 1, 'two versions of one rating stand');
    must(own.filter(isOpen).length <= 1, 'two versions of one rating are worked on');
  }
}

/** A reviewer never has to return a version because a field was left out. */
function expectReviewable({ versions }: Desk): void {
  for (const { status, edition, content: said } of versions)
    if (status === 'in_review')
      must(
        said.population !== null &&
          said.effect !== null &&
          said.certaintyReasons !== null &&
          said.certaintySource !== '' &&
          (edition === 1 || said.changeNote !== null),
        'in review and incomplete',
      );
}

function expectDefensible({ versions, works }: Desk): void {
  for (const { status, content: said, review, authors, claim } of versions) {
    if (status !== 'published') continue;
    const cited = works.filter(({ id }) => said.citations.includes(id));
    must(
      cited.some(({ isIdentified }) => isIdentified),
      'published without a citation',
    );
    must(
      cited.every(({ retraction }) => retraction !== 'retracted'),
      'published on a retracted work',
    );
    must(review !== undefined && review.reviewer !== '', 'published without a reviewer');
    must(review!.reviewedOn !== '' && review!.nextReviewOn !== '', 'published without a date');
    must(review!.conflictStatement.trim() !== '', 'published without a conflict statement');
    must(!authors.includes(review!.reviewerId), 'approved by its author');
    must(
      !(INTERESTS[review!.reviewerId] ?? []).includes(`approach-${claim}`),
      'approved with a declared interest',
    );
    must(said.population !== null && said.effect !== null, 'published incomplete');
  }
}

describe('Whatever people do at the evidence desk, in whatever order', () => {
  const { numRuns } = searches(1_000);

  it('nothing is published without citation, reviewer, date and conflict statement; one version stands; every write has its row', () => {
    let published = 0;
    fc.assert(
      fc.property(turns, (sequence) => {
        const desk = newDesk();
        for (const { by, act: wish } of sequence) {
          const before = new Map(desk.versions.map((one) => [one.id, one]));
          perform(desk, by, wish);
          expectOneStanding(desk);
          expectDefensible(desk);
          expectReviewable(desk);
          for (const one of desk.versions)
            if (before.get(one.id)?.isPublic)
              must(one.content === before.get(one.id)!.content, 'what was public was edited');
        }
        must(desk.audit === desk.writes, 'a write without its row');
        published += desk.versions.filter(({ isPublic }) => isPublic).length;
      }),
      { numRuns },
    );
    // Otherwise it would hold because nothing ever happens.
    expect(published).toBeGreaterThan(numRuns / 5);
  });
});
