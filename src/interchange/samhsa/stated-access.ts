import type { MedicationAccessCode } from '../../core/vocabulary/medication-access.js';
import type { AnsweredList } from '../../core/vocabulary/answered-lists.js';
import type { DraftFacts } from '../import-run/draft-facts.js';
import { type CodeBook, isCategoryReported } from './code-book.js';
import { AGONIST_IS_USED, againstNoAlcoholTreatment, againstNoOpioidTreatment } from './stated-conditions.js';

const NALTREXONE = ['NU', 'NXN', 'VTRL'];
const ALCOHOL_IS_ACCEPTED_OR_GIVEN = ['PMAT', 'ACMA', 'ACM', 'DSF'];

/** The categories of the book that are lists of which a blank box tells something. */
const LISTS: Readonly<Record<string, AnsweredList>> = {
  TC: 'care-types',
  OT: 'opioid-treatment',
  TAP: 'approaches',
  LCA: 'accreditation',
  ASPT: 'assessment',
  SCR: 'testing',
  TRSRV: 'transition',
  ECS: 'counseling',
};

/** The lists of the survey that the program answered. */
export function stateAnswered(codes: ReadonlySet<string>, draft: DraftFacts, book: CodeBook): void {
  for (const [category, list] of Object.entries(LISTS))
    if (isCategoryReported(book, category, codes)) draft.say('answeredLists', 'yes', [list]);
}

/**
 * How people get medication for alcohol and for opioids. Nothing is stated for a condition of which the row contradicts
 * itself. No medication is used only if nothing else of the row says that one is.
 */
export function stateAccess(codes: ReadonlySet<string>, draft: DraftFacts): void {
  draft.say('medicationAccess', 'yes', [...alcoholAccess(codes), ...opioidAccess(codes)]);
  if (codes.has('OTP') || codes.has('SOTP')) draft.set('opioidTreatmentProgram', true);
}

function alcoholAccess(codes: ReadonlySet<string>): MedicationAccessCode[] {
  const has = (...any: string[]) => any.some((code) => codes.has(code));
  if (againstNoAlcoholTreatment(codes).length > 0) return [];
  if (has('NMAUT')) return has(...ALCOHOL_IS_ACCEPTED_OR_GIVEN) ? [] : ['alcohol-none'];
  if (has('PMAT')) return ['alcohol-here'];
  if (!has('ACMA')) return [];
  if (has('AUINPE')) return ['alcohol-in-network'];
  return has('AURPE') ? ['alcohol-by-contract'] : ['alcohol-accepted'];
}

function opioidAccess(codes: ReadonlySet<string>): MedicationAccessCode[] {
  const has = (...any: string[]) => any.some((code) => codes.has(code));
  if (againstNoOpioidTreatment(codes).length > 0) return [];
  if (has('NMOA') && has(...AGONIST_IS_USED)) return [];
  const methadoneOnlyForWithdrawal = has('DM') && !has('MM');
  const startsMethadone = has('MM') || (has('OTP') && has('MU', 'METH') && !methadoneOnlyForWithdrawal);
  const startsNaltrexone = has('UN', 'RPN') || (has('PMAT') && !has('NAUT', 'NMAUT') && has(...NALTREXONE));
  if (startsMethadone || has('BUM')) return ['opioid-here'];
  if (has('UB')) return ['opioid-prescribed'];
  if (has('NMOA')) return startsNaltrexone ? ['opioid-here'] : ['opioid-none'];
  const isContinued =
    has('MOA') ||
    (has('MU', 'METH') && !methadoneOnlyForWithdrawal) ||
    (has('BU', 'BWN', 'BWON') && !has('DB'));
  return [
    ...(startsNaltrexone ? (['opioid-here'] as const) : []),
    ...(isContinued ? opioidElsewhere(has) : []),
  ];
}

function opioidElsewhere(has: (...any: string[]) => boolean): MedicationAccessCode[] {
  if (has('INPE')) return ['opioid-in-network'];
  return has('RPE') ? ['opioid-by-contract'] : ['opioid-accepted'];
}
