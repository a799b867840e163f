import * as fc from 'fast-check';
import { FOREIGN_GRADES, FOREIGN_SCHEMES, type ForeignScheme, translateGrade } from './foreign-grades.js';
import { type Certainty, type Direction, DIRECTIONS } from './rating.js';

/** The table of clinical/evidence.md §2, a row each: scheme, their grade, our certainty and direction. */
const TABLE: readonly [ForeignScheme, string, Certainty, Direction | 'as-stated'][] = [
  ['cebc', '1', 'moderate', 'benefit'],
  ['cebc', '2', 'moderate', 'benefit'],
  ['cebc', '3', 'low', 'benefit'],
  ['cebc', '4', 'moderate', 'no-difference'],
  ['cebc', '5', 'low', 'harm'],
  ['title-iv-e', 'well-supported', 'moderate', 'benefit'],
  ['title-iv-e', 'supported', 'moderate', 'benefit'],
  ['title-iv-e', 'promising', 'low', 'benefit'],
  ['title-iv-e', 'does-not-meet', 'very-low', 'unknown'],
  ['apa-div-12', 'very-strong', 'moderate', 'benefit'],
  ['apa-div-12', 'strong', 'moderate', 'benefit'],
  ['apa-div-12', 'weak', 'low', 'benefit'],
  ['nrepp', 'effective', 'low', 'benefit'],
  ['nrepp', 'promising', 'very-low', 'benefit'],
  ['nrepp', 'ineffective', 'low', 'no-difference'],
  ['nrepp', 'inconclusive', 'very-low', 'unknown'],
  ['ocebm', '1', 'high', 'as-stated'],
  ['ocebm', '2', 'moderate', 'as-stated'],
  ['ocebm', '3', 'low', 'as-stated'],
  ['ocebm', '4', 'very-low', 'as-stated'],
  ['ocebm', '5', 'none', 'as-stated'],
  ['ahrq', 'high', 'high', 'as-stated'],
  ['ahrq', 'moderate', 'moderate', 'as-stated'],
  ['ahrq', 'low', 'low', 'as-stated'],
  ['ahrq', 'insufficient', 'very-low', 'as-stated'],
];

const translated = (...[scheme, grade, direction]: Parameters<typeof translateGrade>) => {
  const answer = translateGrade(scheme, grade, direction);
  if ('flaw' in answer) throw new Error(answer.flaw);
  return answer.translated;
};

describe('A grade of another scheme', () => {
  it.each(TABLE)('%s %s comes to %s, %s', (scheme, grade, certainty, direction) => {
    expect(FOREIGN_GRADES[scheme][grade]).toMatchObject({ certainty, direction });
  });

  it('has a row in this table for every row of the other', () => {
    const rows = FOREIGN_SCHEMES.flatMap((scheme) =>
      Object.keys(FOREIGN_GRADES[scheme]).map((grade) => [scheme, grade]),
    );
    expect(rows).toEqual(TABLE.map(([scheme, grade]) => [scheme, grade]));
  });

  it('is kept with ours, as its scheme writes it', () => {
    expect(translateGrade('apa-div-12', ' Very Strong ')).toEqual({
      translated: {
        scheme: 'apa-div-12',
        originalGrade: 'very-strong',
        certainty: 'moderate',
        direction: 'benefit',
        note: 'A GRADE review that says high raises it.',
      },
    });
    expect(translated('ocebm', 'Level 3').originalGrade).toBe('3');
  });

  it.each([
    ['cebc', '5', 'low or moderate'],
    ['ocebm', '2', 'high or moderate'],
  ] as const)('%s %s, which could be two, is the lower one and says so', (scheme, grade, two) => {
    expect(translated(scheme, grade).note).toContain(
      `The table allows ${two}; the lower one was used, and a reviewer may raise it.`,
    );
  });

  it('for criteria that are not met does not mean harm', () => {
    expect(translated('title-iv-e', 'does not meet')).toMatchObject({
      direction: 'unknown',
      note: expect.stringContaining('has found no harm'),
    });
  });

  it('that covers certainty only uses the given direction, and is unknown without one', () => {
    expect(translated('ahrq', 'moderate', 'benefit').direction).toBe('benefit');
    expect(translated('ahrq', 'moderate').direction).toBe('unknown');
  });

  it('that implies a direction accepts no other', () => {
    expect(translated('cebc', '4', 'no-difference').direction).toBe('no-difference');
    expect(translateGrade('cebc', '4', 'benefit')).toEqual({
      flaw: 'says no-difference by itself; omit the direction benefit, or use another grade',
    });
  });

  it('that is not in the table is refused with the list of known ones', () => {
    expect(translateGrade('title-iv-e', 'excellent')).toEqual({
      flaw: 'is not a grade of Title IV-E Prevention Services Clearinghouse that can be converted; it must be one of well-supported, supported, promising, does-not-meet',
    });
    // Not rated, which says nothing about the evidence.
    expect(translateGrade('cebc', 'NR')).toEqual({ flaw: expect.stringContaining('one of 1, 2, 3, 4, 5') });
    expect(translateGrade('ahrq', 'constructor')).toEqual({ flaw: expect.anything() });
  });

  it('is never better than its row', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TABLE),
        fc.option(fc.constantFrom(...DIRECTIONS), { nil: undefined }),
        ([scheme, grade, certainty, row], direction) => {
          const answer = translateGrade(scheme, grade, direction);
          if ('flaw' in answer) return row !== 'as-stated' && direction !== row;
          const right = row === 'as-stated' ? (direction ?? 'unknown') : row;
          return answer.translated.certainty === certainty && answer.translated.direction === right;
        },
      ),
    );
  });
});
