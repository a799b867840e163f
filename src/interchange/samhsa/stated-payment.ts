import { type CodeBook, isCategoryReported } from './code-book.js';
import type { DraftFacts } from '../import-run/draft-facts.js';
import { contradictionIssue, type RowIssue } from '../import-run/row-issue.js';

const PAYERS = ['MC', 'MD', 'MI', 'PI', 'SI', 'SF', 'ITU'];

/**
 * A reported payment category is complete: a payer that it does not name is not accepted (design of matching §7.3).
 * Free care together with a payer is a contradiction: the payers are unknown (§7.10). Public funding (FSA, SAMF) is not
 * a payer, and may well pay for free care: where it is all that is reported, who can be paid for is unknown.
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
  if (payers.length > 0 || codes.has('NP')) draft.sayAll('payers');
  return [];
}
