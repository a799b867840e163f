import { OPIOID_AGONISTS } from '../../vocabulary/medications.js';
import type { Candidate } from '../candidate.js';
import { needsOpioidMedication, type Need } from '../need.js';

/**
 * Whether a program gives methadone or buprenorphine to a client who needs one of them. What else the client takes or
 * needs never excludes such a program: these medications are not withheld because of sedatives or alcohol (FDA, 20 Sep
 * 2017; clinical corrections of 2026-12, RULE-W3b-OPIOIDS). What is open there is a question to ask.
 */
export function givesNeededOpioidMedication(need: Need, { medications }: Candidate): boolean {
  return (
    needsOpioidMedication(need) &&
    OPIOID_AGONISTS.map((code) => medications[code]).some((does) => does === 'starts' || does === 'continues')
  );
}
