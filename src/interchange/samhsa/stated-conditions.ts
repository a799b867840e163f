import type { DraftFacts } from '../import-run/draft-facts.js';
import { contradictionIssue, type RowIssue } from '../import-run/row-issue.js';

/** Codes that say methadone or buprenorphine is given or accepted here. */
export const AGONIST_IS_USED: readonly string[] = 'MU BU METH BWN BWON BERI BSDM MM BUM UB OTP MOA'.split(
  ' ',
);
/**
 * Codes that say opioid use disorder is treated here, or its medications are used. Withdrawal from opioids (ODTX) is
 * not included: a program may manage it without treating the disorder.
 */
const OPIOID_IS_TREATED = [...AGONIST_IS_USED, 'DM', 'DB', 'OUDO'];
/** Codes that say alcohol use disorder is treated here, or its medications are used. */
const ALCOHOL_IS_TREATED = ['AUDO', 'PMAT', 'ACMA'];

/** The codes that contradict NOOP; empty if NOOP is not reported, or nothing contradicts it. */
export function againstNoOpioidTreatment(codes: ReadonlySet<string>): string[] {
  return codes.has('NOOP') ? OPIOID_IS_TREATED.filter((code) => codes.has(code)) : [];
}

/** The codes that contradict NAUT; empty if NAUT is not reported, or nothing contradicts it. */
export function againstNoAlcoholTreatment(codes: ReadonlySet<string>): string[] {
  return codes.has('NAUT') ? ALCOHOL_IS_TREATED.filter((code) => codes.has(code)) : [];
}

/**
 * Which conditions are treated. A program for alcohol (AUDO) or opioid (OUDO) clients only treats no other condition,
 * whatever else it ticks (design of matching §7.7); one for both only leaves these two open, and no other. A contradiction
 * is `maybe`: it must not count as part of "any".
 */
export function stateConditions(codes: ReadonlySet<string>, draft: DraftFacts): RowIssue[] {
  const issues: RowIssue[] = [];
  const againstNoop = againstNoOpioidTreatment(codes);
  const againstNaut = againstNoAlcoholTreatment(codes);
  if (againstNoop.length > 0)
    issues.push(
      contradictionIssue(
        ['NOOP', ...againstNoop],
        `NOOP says that opioid use disorder is not treated, ${againstNoop.join(', ')} that it is: left unknown.`,
      ),
    );
  if (againstNaut.length > 0)
    issues.push(
      contradictionIssue(
        ['NAUT', ...againstNaut],
        `NAUT says that alcohol use disorder is not treated, ${againstNaut.join(', ')} that it is: left unknown.`,
      ),
    );

  if (codes.has('AUDO') && codes.has('OUDO')) {
    issues.push(
      contradictionIssue(
        ['AUDO', 'OUDO'],
        'AUDO says that only alcohol is treated, OUDO that only opioids are: these two are left unknown; no other is treated.',
      ),
    );
    draft.say('conditions', 'maybe', ['alcohol', 'opioid']);
    draft.sayAll('conditions');
    return issues;
  }
  if (codes.has('AUDO') || codes.has('OUDO')) {
    const contradicted = codes.has('AUDO') ? codes.has('NAUT') : codes.has('NOOP');
    if (!contradicted) {
      draft.say('conditions', 'yes', [codes.has('AUDO') ? 'alcohol' : 'opioid']);
      draft.sayAll('conditions');
    }
    return issues;
  }

  // Housing (HH) treats nothing by itself.
  if (codes.has('SA') || codes.has('SUMH') || codes.has('DT')) draft.say('conditions', 'yes', ['any']);
  if (codes.has('NOOP')) draft.say('conditions', againstNoop.length > 0 ? 'maybe' : 'no', ['opioid']);
  if (codes.has('NAUT')) draft.say('conditions', againstNaut.length > 0 ? 'maybe' : 'no', ['alcohol']);
  // "Substance use" leaves nicotine open; help to stop smoking states it.
  if (codes.has('TCC') || codes.has('NRT') || codes.has('NSC')) draft.say('conditions', 'yes', ['nicotine']);
  return issues;
}
