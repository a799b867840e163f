import type { Certainty, Direction } from './rating.js';

/** Other schemes whose grades can be imported, with what they grade. */
export const FOREIGN_SCHEMES = ['cebc', 'title-iv-e', 'apa-div-12', 'nrepp', 'ocebm', 'ahrq'] as const;
export type ForeignScheme = (typeof FOREIGN_SCHEMES)[number];

export const FOREIGN_SCHEME_NAME: Readonly<Record<ForeignScheme, string>> = {
  cebc: 'California Evidence-Based Clearinghouse for Child Welfare, Scientific Rating Scale',
  'title-iv-e': 'Title IV-E Prevention Services Clearinghouse',
  'apa-div-12': 'APA Division 12, criteria of Tolin and others 2015',
  nrepp:
    'National Registry of Evidence-based Programs and Practices, as it rated from 2015 until it ended in 2018',
  ocebm: 'Oxford Centre for Evidence-Based Medicine, levels of 2011',
  ahrq: 'AHRQ strength of evidence',
};

/** The result of converting a grade of another scheme, before a review here. */
export interface ForeignGrade {
  readonly certainty: Certainty;
  /** `as-stated`: the scheme grades certainty only, and the importer states the direction. */
  readonly direction: Direction | 'as-stated';
  /** What a reviewer should know about the conversion; empty if there is nothing to add. */
  readonly note: string;
}

const UNLESS_GRADE = 'A GRADE review that says high raises it.';
const LEGAL_WORD = 'A clearinghouse that finds its criteria not met has found no harm by that.';
const SELF_NOMINATED =
  'NREPP ended in 2018, and its older listings were nominated by their makers: low until reviewed again here.';
const DESIGN_ALONE =
  'The level covers study design only; a reviewer must still assess bias, consistency and precision.';

const WELL_SUPPORTED: ForeignGrade = { certainty: 'moderate', direction: 'benefit', note: UNLESS_GRADE };
const SUPPORTED: ForeignGrade = { certainty: 'moderate', direction: 'benefit', note: '' };
const PROMISING: ForeignGrade = { certainty: 'low', direction: 'benefit', note: '' };

/**
 * Scheme → its grade → ours (clinical/evidence.md §2, "Mapping from others"). If the table allows two certainties, the
 * lower one is used here and the note says so: a reviewer may raise it.
 */
export const FOREIGN_GRADES: Readonly<Record<ForeignScheme, Readonly<Record<string, ForeignGrade>>>> = {
  cebc: {
    '1': WELL_SUPPORTED,
    '2': SUPPORTED,
    '3': PROMISING,
    '4': { certainty: 'moderate', direction: 'no-difference', note: '' },
    '5': {
      certainty: 'low',
      direction: 'harm',
      note: 'The table allows low or moderate; the lower one was used, and a reviewer may raise it.',
    },
  },
  'title-iv-e': {
    'well-supported': WELL_SUPPORTED,
    supported: SUPPORTED,
    promising: PROMISING,
    'does-not-meet': {
      certainty: 'very-low',
      direction: 'unknown',
      note: `${LEGAL_WORD} The table gives no certainty; the lowest that is based on studies was used.`,
    },
  },
  'apa-div-12': { 'very-strong': WELL_SUPPORTED, strong: SUPPORTED, weak: PROMISING },
  nrepp: {
    effective: { certainty: 'low', direction: 'benefit', note: SELF_NOMINATED },
    promising: { certainty: 'very-low', direction: 'benefit', note: SELF_NOMINATED },
    ineffective: { certainty: 'low', direction: 'no-difference', note: SELF_NOMINATED },
    inconclusive: { certainty: 'very-low', direction: 'unknown', note: SELF_NOMINATED },
  },
  ocebm: {
    '1': { certainty: 'high', direction: 'as-stated', note: `A start, no verdict. ${DESIGN_ALONE}` },
    '2': {
      certainty: 'moderate',
      direction: 'as-stated',
      note: `The table allows high or moderate; the lower one was used, and a reviewer may raise it. ${DESIGN_ALONE}`,
    },
    '3': { certainty: 'low', direction: 'as-stated', note: DESIGN_ALONE },
    '4': { certainty: 'very-low', direction: 'as-stated', note: DESIGN_ALONE },
    '5': {
      certainty: 'none',
      direction: 'as-stated',
      note: 'Reasoning from mechanism: no study of the outcome.',
    },
  },
  ahrq: {
    high: { certainty: 'high', direction: 'as-stated', note: '' },
    moderate: { certainty: 'moderate', direction: 'as-stated', note: '' },
    low: { certainty: 'low', direction: 'as-stated', note: '' },
    insufficient: { certainty: 'very-low', direction: 'as-stated', note: '' },
  },
};

/** A converted grade, together with the original. */
export interface TranslatedGrade {
  readonly scheme: ForeignScheme;
  /** As the scheme writes it: one of the keys of its table. */
  readonly originalGrade: string;
  readonly certainty: Certainty;
  readonly direction: Direction;
  readonly note: string;
}

/**
 * Converts a grade; capitals, spaces and a leading "level" make no difference. `direction` is for schemes that grade
 * certainty only (unknown if omitted), and a flaw if the grade implies a different direction. A grade that is not in
 * the table is a flaw that lists the known grades.
 */
export function translateGrade(
  scheme: ForeignScheme,
  grade: string,
  direction?: Direction,
): { readonly translated: TranslatedGrade } | { readonly flaw: string } {
  const grades = FOREIGN_GRADES[scheme];
  const originalGrade = grade
    .trim()
    .toLowerCase()
    .replace(/^level\s*/, '')
    .replace(/[\s_-]+/g, '-');
  const found = Object.hasOwn(grades, originalGrade) ? grades[originalGrade] : undefined;
  if (!found)
    return {
      flaw: `is not a grade of ${FOREIGN_SCHEME_NAME[scheme]} that can be converted; it must be one of ${Object.keys(grades).join(', ')}`,
    };
  if (found.direction !== 'as-stated' && direction !== undefined && direction !== found.direction)
    return {
      flaw: `says ${found.direction} by itself; omit the direction ${direction}, or use another grade`,
    };
  return {
    translated: {
      scheme,
      originalGrade,
      certainty: found.certainty,
      direction: found.direction === 'as-stated' ? (direction ?? 'unknown') : found.direction,
      note: found.note,
    },
  };
}
