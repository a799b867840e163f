import type { DraftFacts } from '../import-run/draft-facts.js';

const OUTPATIENT_DETAILS = ['OD', 'ODT', 'OIT', 'OMB', 'ORT'];
const RESIDENTIAL_DETAILS = ['RS', 'RL', 'RD'];
const WITHDRAWAL_DETAILS = ['OD', 'RD', 'HID'];

/**
 * Levels of care and settings of withdrawal that the details leave open. OP and RES are in the file whenever one of
 * their details is, so they count only if no detail is named. Long-term and short-term residential do not state the
 * intensity; detoxification does not state the setting (design of matching §7.4).
 */
export function stateLevels(codes: ReadonlySet<string>, draft: DraftFacts): void {
  const outpatient = OUTPATIENT_DETAILS.filter((code) => codes.has(code));
  if (codes.has('OP') && outpatient.length === 0) draft.say('levelsOfCare', 'yes', ['op']);
  // Medication visits only: whether there is counseling at the outpatient level too is not reported.
  if (outpatient.length === 1 && outpatient[0] === 'OMB') draft.say('levelsOfCare', 'maybe', ['op']);

  if (codes.has('RES') && !RESIDENTIAL_DETAILS.some((code) => codes.has(code)))
    draft.say('levelsOfCare', 'maybe', ['res-low', 'res-high']);
  if (codes.has('RD')) draft.say('levelsOfCare', 'maybe', ['res-med']);

  if (codes.has('DT') && !WITHDRAWAL_DETAILS.some((code) => codes.has(code)))
    draft.say('withdrawalSettings', 'maybe', ['ambulatory', 'residential', 'hospital']);
}
