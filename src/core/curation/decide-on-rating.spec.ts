import { RATING_STATUSES } from '../evidence/rating.js';
import { decideOnRating, nextEdition, type RatingQuestion, refuseEdit, reopen } from './decide-on-rating.js';
import { RATING_ACTIONS, RATING_TRANSITIONS, transitionFor } from './rating-life.js';
import type { CitedWork, RatingContent, RatingReview, RatingVersion } from './rating-version.js';
import type { Actor } from './role.js';

const author: Actor = { id: 'ann', name: 'Ann', roles: ['author'] };
const reviewer: Actor = { id: 'rae', name: 'Rae', roles: ['reviewer'] };

const content: RatingContent = {
  outcomeGroup: 'abstinence',
  comparatorType: 'active',
  comparatorApproach: null,
  population: 'adults, outpatient',
  certainty: 'moderate',
  direction: 'benefit',
  certaintySource: 'published GRADE',
  certaintyReasons: { imprecision: 'few events', statedBy: 'review' },
  effect: 'RR 1.2 (1.0-1.4)',
  effectVerified: true,
  studyConflicts: null,
  note: null,
  originalGrade: null,
  citations: ['w'],
  changeNote: 'first review',
};
const version = (more: Partial<RatingVersion> = {}): RatingVersion => ({
  id: 'v2',
  edition: 2,
  status: 'in_review',
  isPublic: false,
  authors: ['ann'],
  content,
  ...more,
});
const work: CitedWork = { id: 'w', isIdentified: true, year: 2020, design: 'RCT', retraction: 'none' };
const review: RatingReview = {
  reviewer: 'Rae',
  reviewerId: 'rae',
  reviewedOn: '2026-11-24',
  nextReviewOn: '2027-11-24',
  conflictStatement: 'none',
  impact: 'i',
};
const question = (more: Partial<RatingQuestion> = {}): RatingQuestion => {
  const asked = more.version ?? version();
  return {
    action: 'approve',
    by: reviewer,
    version: asked,
    versions: [asked],
    works: [work],
    approach: 'cbt',
    declaredInterests: [],
    review,
    impact: 'current',
    ...more,
  };
};
const refusalOf = (more: Partial<RatingQuestion>) => {
  const decision = decideOnRating(question(more));
  return 'refused' in decision ? decision.refused : undefined;
};

describe('The table of transitions', () => {
  it('reaches every state from a draft, and leaves none of the last two', () => {
    const reached = new Set(['draft']);
    for (let grown = 0; grown !== reached.size;) {
      grown = reached.size;
      for (const { from, to } of RATING_TRANSITIONS) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...RATING_STATUSES].sort());
    expect(RATING_TRANSITIONS.filter(({ from }) => from === 'superseded' || from === 'retracted')).toEqual(
      [],
    );
  });

  it('has one way for each action from each state', () => {
    const ways = RATING_TRANSITIONS.map(({ action, from }) => `${action} ${from}`);
    expect(new Set(ways).size).toBe(ways.length);
  });

  it('refuses every step that is not in it, with the states from which it could be taken', () => {
    for (const action of RATING_ACTIONS.filter((one) => one !== 'supersede' && one !== 'reopen'))
      for (const status of RATING_STATUSES) {
        if (transitionFor(action, status)) continue;
        expect(refusalOf({ action, version: version({ status }) })).toMatchObject({
          kind: 'conflict',
          reason: expect.stringMatching(/^This version is .+: only one that is .+ can be .+\.$/),
        });
      }
  });
});

describe('An approval', () => {
  it('publishes, after the previous version was superseded', () => {
    const published = version({ id: 'v1', edition: 1, status: 'published', isPublic: true });
    expect(decideOnRating(question({ versions: [published, version()] }))).toEqual({
      steps: [
        { id: 'v1', action: 'supersede', from: 'published', to: 'superseded' },
        { id: 'v2', action: 'approve', from: 'in_review', to: 'published' },
      ],
    });
  });

  it.each<[string, Partial<RatingQuestion>, string, RegExp]>([
    ['by an author of it', { by: { ...reviewer, id: 'ann' } }, 'forbidden', /author .* cannot approve/],
    ['without the role', { by: author }, 'forbidden', /needs the role reviewer/],
    ['with an interest in the approach', { declaredInterests: ['cbt'] }, 'forbidden', /declared an interest/],
    ['on an outdated impact', { impact: 'outdated' }, 'conflict', /calculate it again/],
  ])('%s is refused', (_what, more, kind, reason) => {
    expect(refusalOf(more)).toMatchObject({ kind, reason: expect.stringMatching(reason) });
  });

  it.each<[string, Partial<RatingQuestion>]>([
    ['/population', { version: version({ content: { ...content, population: null } }) }],
    ['/certaintySource', { version: version({ content: { ...content, certaintySource: ' ' } }) }],
    ['/direction', { version: version({ content: { ...content, direction: 'unknown' } }) }],
    ['/reasons', { version: version({ content: { ...content, certaintyReasons: { statedBy: 'x' } } }) }],
    [
      '/reasons/statedBy',
      { version: version({ content: { ...content, certaintyReasons: { other: 'x' } } }) },
    ],
    ['/effect', { version: version({ content: { ...content, effect: null } }) }],
    ['/changeNote', { version: version({ content: { ...content, changeNote: null } }) }],
    ['/citations', { works: [] }],
    ['/citations', { works: [{ ...work, isIdentified: false }] }],
    ['/citations', { works: [{ ...work, year: null }] }],
    ['/citations', { works: [{ ...work, design: null }] }],
    ['/citations', { works: [work, { ...work, id: 'bad', retraction: 'retracted' }] }],
    ['/impact', { impact: 'unknown' }],
    ['/conflictStatement', { review: { ...review, conflictStatement: '  ' } }],
    ['/nextReviewOn', { review: { ...review, nextReviewOn: '2026-11-24' } }],
    ['/nextReviewOn', { review: { ...review, nextReviewOn: '2029-11-25' } }],
  ])('lacks %s, and says so', (pointer, more) => {
    expect(refusalOf(more)).toMatchObject({
      kind: 'incomplete',
      missing: [{ pointer, message: expect.stringMatching(/\w{3}/) }],
    });
  });

  it('may leave the direction unknown where no study was found', () => {
    const none = version({ content: { ...content, certainty: 'none', direction: 'unknown' } });
    expect(refusalOf({ version: none })).toBeUndefined();
  });

  it('of a work that its journal only doubts is for the reviewer to decide', () => {
    expect(refusalOf({ works: [{ ...work, retraction: 'concern' }] })).toBeUndefined();
  });
});

describe('A submission', () => {
  const draft = (more: Partial<RatingContent>) =>
    version({ status: 'draft', content: { ...content, ...more } });

  it('is refused with every field that is missing, at once', () => {
    const empty = draft({ population: null, certaintySource: '', certaintyReasons: null, effect: ' ' });
    expect(refusalOf({ action: 'submit', by: author, version: empty, works: [] })).toEqual({
      kind: 'incomplete',
      reason: expect.stringContaining('before it can be reviewed'),
      missing: [
        '/population',
        '/certaintySource',
        '/reasons',
        '/reasons/statedBy',
        '/effect',
        '/citations',
      ].map((pointer) => ({ pointer, message: expect.stringMatching(/\w{3}/) })),
    });
  });

  it('asks for nothing that only a reviewer can give', () => {
    const {
      review: _review,
      impact: _impact,
      ...rest
    } = question({
      action: 'submit',
      by: author,
      version: draft({}),
    });
    expect(decideOnRating(rest)).toEqual({
      steps: [{ id: 'v2', action: 'submit', from: 'draft', to: 'in_review' }],
    });
  });
});

describe('A version that was public', () => {
  it('is never edited, and never returned for editing', () => {
    const reviewedAgain = version({ isPublic: true });
    expect(refuseEdit(reviewedAgain)?.kind).toBe('conflict');
    expect(refusalOf({ action: 'return', version: reviewedAgain })?.kind).toBe('conflict');
  });

  it('is retracted by a reviewer only; an unseen draft also by its author', () => {
    const shown = version({ status: 'draft', isPublic: true });
    expect(refusalOf({ action: 'retract', by: author, version: shown })?.kind).toBe('forbidden');
    const unseen = version({ status: 'draft' });
    expect(refusalOf({ action: 'retract', by: author, version: unseen })).toBeUndefined();
  });

  it('is reviewed again when a cited work is retracted; drafts stay drafts', () => {
    expect(
      reopen([version({ id: 'a', status: 'published' }), version({ id: 'b', status: 'draft' })]),
    ).toEqual([{ id: 'a', action: 'reopen', from: 'published', to: 'in_review' }]);
  });
});

describe('A new version', () => {
  it('gets the next number, one at a time', () => {
    const published = version({ status: 'published', isPublic: true, edition: 4 });
    expect(nextEdition([published])).toEqual({ edition: 5 });
    expect(nextEdition([published, version({ edition: 5, status: 'draft' })])).toMatchObject({
      refused: { kind: 'conflict' },
    });
  });
});
