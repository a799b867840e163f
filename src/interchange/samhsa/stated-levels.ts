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
  if (!codes.has('ORT')) stateCounselingBesideMedication(codes, draft);

  if (codes.has('RES') && !RESIDENTIAL_DETAILS.some((code) => codes.has(code)))
    draft.say('levelsOfCare', 'maybe', ['res-low', 'res-high']);
  if (codes.has('RD')) draft.say('levelsOfCare', 'maybe', ['res-med']);

  if (codes.has('DT') && !WITHDRAWAL_DETAILS.some((code) => codes.has(code)))
    draft.say('withdrawalSettings', 'maybe', ['ambulatory', 'residential', 'hospital']);
}

/**
 * Outpatient counseling where it is not named and medication is given. An opioid treatment program must counsel its clients
 * (42 CFR 8.12(f)(5)), so one with an outpatient setting offers it. Where such a program names no outpatient setting, and
 * for medication visits elsewhere (OMB), it is a question, whatever other details are named.
 */
function stateCounselingBesideMedication(codes: ReadonlySet<string>, draft: DraftFacts): void {
  const isOutpatient = codes.has('OP') || OUTPATIENT_DETAILS.some((code) => codes.has(code));
  if (codes.has('OTP')) draft.say('levelsOfCare', isOutpatient ? 'yes' : 'maybe', ['op']);
  else if (codes.has('OMB')) draft.say('levelsOfCare', 'maybe', ['op']);
}
