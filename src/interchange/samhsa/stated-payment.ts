import { type CodeBook, isCategoryReported } from './code-book.js';
import type { DraftFacts } from '../import-run/draft-facts.js';
import { contradictionIssue, type RowIssue } from '../import-run/row-issue.js';

const PAYERS = ['MC', 'MD', 'MI', 'PI', 'SI', 'SF', 'ITU'];

/**
 * A payment category that was reported names all payers: one it does not name is not taken (design of matching
 * §7.3). Care without payment beside a payer contradicts itself: the payers are unknown (§7.10). Public funding
 * (FSA, SAMF) is no payer, and may well pay for free care.
 */
export function statePayment(codes: ReadonlySet<string>, draft: DraftFacts, book: CodeBook): RowIssue[] {
  if (!isCategoryReported(book, 'PAY', codes)) return [];
  const payers = PAYERS.filter((code) => codes.has(code));
  if (codes.has('NP') && payers.length > 0) {
    draft.takeBack('payers');
    return [
      contradictionIssue(
        ['NP', ...payers],
        `NP says that no payment is accepted, ${payers.join(', ')} that some is: the payers are left unknown.`,
      ),
    ];
  }
  draft.sayAll('payers');
  return [];
}
