import type { RatingContent } from './rating-version.js';
import { droppedFields } from './version-difference.js';

const before: RatingContent = {
  outcomeGroup: 'abstinence',
  comparatorType: 'active',
  comparatorApproach: 'cbt',
  population: 'adults, outpatient',
  certainty: 'moderate',
  direction: 'benefit',
  certaintySource: 'published GRADE',
  certaintyReasons: { imprecision: 'few events', other: 'none', statedBy: 'review' },
  effect: 'RR 1.2 (1.0-1.4)',
  effectVerified: true,
  studyConflicts: 'none declared',
  note: 'a note',
  originalGrade: { scheme: 'cebc', grade: '1', url: 'https://example.org' },
  citations: ['a', 'b'],
  changeNote: 'first review',
};

describe('What a new version drops', () => {
  it.each<[string, Partial<RatingContent>, object[]]>([
    ['nothing where nothing changes', {}, []],
    [
      'nothing where words are others',
      { effect: 'RR 1.3 (1.1-1.5)', certainty: 'low', citations: ['a', 'b', 'c'] },
      [],
    ],
    ['nothing where only the note on the change is left out', { changeNote: null }, []],
    ['a text', { population: null, note: '' }, [{ pointer: '/population', before: 'adults, outpatient' }, { pointer: '/note', before: 'a note' }]], // prettier-ignore
    ['one reason', { certaintyReasons: { other: 'none', statedBy: 'drafter' } }, [{ pointer: '/reasons/imprecision', before: 'few events' }]], // prettier-ignore
    ['a work that is no longer cited', { citations: ['b', 'c'] }, [{ pointer: '/citations', before: ['a'] }]],
    [
      'a direction that is unknown now',
      { direction: 'unknown' },
      [{ pointer: '/direction', before: 'benefit' }],
    ],
    [
      'an effect that is not verified now',
      { effectVerified: false },
      [{ pointer: '/effectVerified', before: true }],
    ],
  ])('is %s', (_what, changes, dropped) => {
    expect(droppedFields(before, { ...before, ...changes })).toEqual(dropped);
  });

  it('is every field, where the next version says the least that it can', () => {
    const least: RatingContent = {
      ...before,
      comparatorApproach: null,
      population: null,
      direction: 'unknown',
      certaintySource: '',
      certaintyReasons: null,
      effect: null,
      effectVerified: false,
      studyConflicts: null,
      note: null,
      originalGrade: null,
      citations: [],
      changeNote: null,
    };
    const always = ['outcomeGroup', 'comparatorType', 'certainty', 'changeNote'];
    expect(new Set(droppedFields(before, least).map(({ pointer }) => pointer.split('/')[1]))).toEqual(
      new Set(
        Object.keys(before)
          .filter((field) => !always.includes(field))
          .map((field) => (field === 'certaintyReasons' ? 'reasons' : field)),
      ),
    );
  });
});
