import type { Medication, MedicationStance } from '../../core/vocabulary/medications.js';
import { OPIOID_AGONISTS } from '../../core/vocabulary/medications.js';
import type { DraftFacts } from '../import-run/draft-facts.js';
import { contradictionIssue, type RowIssue } from '../import-run/row-issue.js';
import { AGONIST_IS_USED, againstNoAlcoholTreatment, againstNoOpioidTreatment } from './stated-conditions.js';

/** Codes that say a medication for alcohol use disorder is given or accepted here. */
const ALCOHOL_MEDICATION_IS_USED = ['PMAT', 'ACMA', 'ACM', 'DSF'];
const ALCOHOL_MEDICATIONS = ['acamprosate', 'disulfiram'] as const;

/**
 * What the program does with the medications for opioid and alcohol use disorder: `starts`, `continues`, `refuses` or
 * unknown. A medication that is used, without a code that it is started, is continued for people who already take it.
 * One used only for withdrawal is not treatment with it: unknown. Prescribed elsewhere and accepted (MOA, ACMA) is
 * `continues`. A refusal that another code contradicts is unknown.
 */
export function stateMedications(codes: ReadonlySet<string>, draft: DraftFacts): RowIssue[] {
  const has = (...any: string[]) => any.some((code) => codes.has(code));
  const issues: RowIssue[] = [];
  const stances: Partial<Record<Medication, MedicationStance>> = {};
  const noWord = new Set<Medication>();

  // NAUT and NMAUT deny what PMAT and ACMA say: together with them, these two prove nothing.
  const prescribesForAlcohol = has('PMAT') && !has('NAUT', 'NMAUT');
  const acceptsForAlcohol = has('ACMA') && !has('NAUT', 'NMAUT');

  const onlyForWithdrawal = has('DM') && !has('MM');
  if (has('MM') || (has('OTP') && has('MU', 'METH') && !onlyForWithdrawal)) stances.methadone = 'starts';
  else if (has('MU', 'METH') && !onlyForWithdrawal) stances.methadone = 'continues';

  if (has('BUM', 'UB')) stances.buprenorphine = 'starts';
  else if (has('BU', 'BWN', 'BWON') && !has('DB')) stances.buprenorphine = 'continues';
  if (has('BERI')) stances['buprenorphine-injection'] = has('BUM', 'UB') ? 'starts' : 'continues';

  if (has('UN', 'RPN') || (has('NXN', 'NU') && prescribesForAlcohol)) stances.naltrexone = 'starts';
  else if (has('NXN', 'NU')) stances.naltrexone = 'continues';
  if (has('VTRL'))
    stances['naltrexone-injection'] = has('UN', 'RPN') || prescribesForAlcohol ? 'starts' : 'continues';

  if (has('ACM')) stances.acamprosate = prescribesForAlcohol ? 'starts' : 'continues';
  if (has('DSF')) stances.disulfiram = prescribesForAlcohol ? 'starts' : 'continues';

  if (has('MOA'))
    for (const medication of [...OPIOID_AGONISTS, 'naltrexone', 'naltrexone-injection'] as Medication[])
      stances[medication] ??= 'continues';
  if (acceptsForAlcohol)
    for (const medication of [...ALCOHOL_MEDICATIONS, 'naltrexone', 'naltrexone-injection'] as Medication[])
      stances[medication] ??= 'continues';

  // A client who brings methadone from elsewhere (MOA) is accepted; whether it is started here is not reported.
  if (has('OTP') && !has('MU', 'MM', 'METH'))
    issues.push({
      kind: 'otp-without-methadone',
      field: 'service_code_info',
      value: 'OTP',
      message:
        'OTP is a program certified to give methadone, but no code says that it does (MU, MM, METH): that it starts methadone is left unknown.',
    });

  if (has('NMOA')) {
    const against = AGONIST_IS_USED.filter((code) => codes.has(code));
    for (const medication of OPIOID_AGONISTS) {
      if (against.length > 0) noWord.add(medication);
      else stances[medication] = 'refuses';
    }
    if (against.length > 0)
      issues.push(
        contradictionIssue(
          ['NMOA', ...against],
          `NMOA says that no medication for opioid use disorder is used, ${against.join(', ')} that one is: methadone and buprenorphine are left unknown.`,
        ),
      );
  }
  if (has('NMAUT')) {
    const against = ALCOHOL_MEDICATION_IS_USED.filter((code) => codes.has(code));
    for (const medication of ALCOHOL_MEDICATIONS) {
      if (against.length > 0) noWord.add(medication);
      else stances[medication] = 'refuses';
    }
    if (against.length > 0)
      issues.push(
        contradictionIssue(
          ['NMAUT', ...against],
          `NMAUT says that no medication for alcohol use disorder is used, ${against.join(', ')} that one is: acamprosate and disulfiram are left unknown.`,
        ),
      );
  }

  // If a row contradicts itself on treating a condition, its medications for the condition are equally unreliable.
  if (againstNoOpioidTreatment(codes).length > 0) for (const one of OPIOID_AGONISTS) noWord.add(one);
  if (againstNoAlcoholTreatment(codes).length > 0) for (const one of ALCOHOL_MEDICATIONS) noWord.add(one);

  for (const [medication, stance] of Object.entries(stances) as [Medication, MedicationStance][])
    if (!noWord.has(medication)) draft.give(medication, stance);
  return issues;
}
