import { PLAIN_ENGLISH } from '../for-person/words.en.js';
import type { SummaryWords } from './summary-words.js';
import type { EvidencePurpose } from '../../evidence/evidence-policy.js';

const { allOf, label } = PLAIN_ENGLISH;

function essentials(purpose: EvidencePurpose): string {
  if (purpose === 'any') return 'essentials of good care';
  if (purpose === 'family-engagement') return 'essentials of help for a family';
  if (purpose === 'recovery-support') return 'essentials of support in recovery';
  return `essentials for problems with ${label(purpose)}`;
}

export const SUMMARY_EN: SummaryWords = {
  notAllReported: 'some is not reported',
  count: (reported, of, purpose) => `It reports ${reported} of ${of} ${essentials(purpose)}.`,
  ways: {
    here: 'It starts medicine on site.',
    prescribed: 'It prescribes medicine.',
    'in-network': 'Medicine comes from someone it works with.',
    'by-contract': 'Medicine comes from someone it has a contract with.',
    accepted: 'It takes people on medicine that someone else prescribes.',
  },
  open: {
    partly: (codes) => `In part: ${allOf(codes)}.`,
    'not-reported': (codes) => `Not reported: ${allOf(codes)}.`,
    'not-listed': (codes) => `Left out of its list: ${allOf(codes)}.`,
    declined: (codes) => `It says no to: ${allOf(codes)}.`,
  },
  noneConfirmed: 'Not verified.',
  allConfirmed: 'Someone else has checked this.',
  someConfirmed: (codes) => `Someone else has checked: ${allOf(codes)}. The rest is not verified.`,
};
