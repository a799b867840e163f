import type { Absence } from '../../../evidence/strength.js';
import {
  QUALITY_SIGN_CODES,
  QUALITY_SIGNS,
  type QualitySign,
  SIGN_CONDITIONS,
  type SignCondition,
  type SignReport,
} from '../../../evidence/quality-signs.js';
import type { QuestionCode } from '../../codes.js';
import type { Need } from '../../need.js';
import type { MatchingPolicy } from '../../policy.js';
import { round9 } from '../../round.js';
import type { Criterion, CriterionKnowledge, Judgement, SignShare } from '../criterion.js';
import { evidenceParts } from './evidence.js';

/** The question to put to a program about each sign (clinical/quality-signs.json, `ask`). */
const QUESTIONS: Readonly<Record<QualitySign, QuestionCode>> = {
  'outside-inspection': 'ask.outside_inspection',
  'choice-of-medication': 'ask.choice_of_medication',
  'infection-tests': 'ask.infection_tests',
  'mental-health-together': 'ask.mental_health_together',
  'family-included': 'ask.family_included',
  'full-assessment': 'ask.full_assessment',
  'medical-examination': 'ask.medical_examination',
};

/** How care is given beside what is delivered: few signs, each with its source, weighed by the client's conditions. */
export const quality: Criterion = {
  code: 'quality',
  reads: {
    facts: { signs: true },
    need: ['conditions'],
    cache: true,
  },
  asks: Object.fromEntries(QUALITY_SIGN_CODES.map((code) => [QUESTIONS[code], QUALITY_SIGNS[code].facts])),
  applies: ({ conditions }) =>
    conditions.length === 0 || conditions.some(({ condition }) => hasSigns(condition)),
  judge(need, { signs }, knowledge) {
    const { policy } = knowledge;
    let value = 0;
    let low = 0;
    let high = 0;
    let share = 0;
    const named: Record<SignShare['state'], string[]> = {
      reported: [],
      partly: [],
      'not-listed': [],
      'not-reported': [],
      declined: [],
    };
    const shares: SignShare[] = [];
    for (const [sign, weight] of signWeights(need, knowledge)) {
      const judged = judgeSign(signs[sign], sign, policy);
      value += weight * judged.value;
      low += weight * judged.range[0];
      high += weight * judged.range[1];
      share += weight * judged.known;
      named[judged.state].push(sign);
      shares.push({
        sign,
        weight: round9(weight),
        value: round9(judged.value),
        state: judged.state,
        ...(judged.provenance && { provenance: judged.provenance }),
        ...(isSettled(judged) ? {} : { ask: { code: QUESTIONS[sign], values: {} } }),
      });
    }
    return {
      value,
      range: [low, high],
      known: share,
      reason: {
        code: 'quality.signs',
        values: {
          present: named.reported,
          partly: named.partly,
          unlisted: named['not-listed'],
          notReported: named['not-reported'],
          declined: named.declined,
        },
      },
      signs: shares,
    };
  },
};

function hasSigns(condition: string): condition is SignCondition {
  return (SIGN_CONDITIONS as readonly string[]).includes(condition);
}

/**
 * The signs that count for a need, each with its share: those of its conditions by severity. A client without a condition
 * is judged by the signs for alcohol, the commonest.
 */
export function signWeights(need: Need, knowledge: CriterionKnowledge): [QualitySign, number][] {
  const { signs } = knowledge.policy.quality;
  const weights = new Map<QualitySign, number>();
  const parts = evidenceParts(need, knowledge).flatMap(({ purpose, part }) => {
    const condition = purpose === 'any' ? 'alcohol' : purpose;
    return hasSigns(condition) ? [{ condition, part }] : [];
  });
  const all = parts.reduce((sum, { part }) => sum + part, 0);
  for (const { condition, part } of parts) {
    const weightOf = (sign: QualitySign) => signs[sign].weights[condition] ?? 0;
    const total = QUALITY_SIGN_CODES.reduce((sum, sign) => sum + weightOf(sign), 0);
    for (const sign of QUALITY_SIGN_CODES)
      if (weightOf(sign) > 0)
        weights.set(sign, (weights.get(sign) ?? 0) + ((part / all) * weightOf(sign)) / total);
  }
  return QUALITY_SIGN_CODES.flatMap((sign): [QualitySign, number][] => {
    const weight = weights.get(sign);
    return weight === undefined ? [] : [[sign, weight]];
  });
}

type JudgedSign = Pick<Judgement, 'value' | 'range' | 'known'> & Pick<SignShare, 'state' | 'provenance'>;

/**
 * One sign: `values` by how many of its things are reported, each by what it rests on. While anything is open, it counts
 * no less than unknown does, unless it can no longer come to that.
 */
function judgeSign(
  { yes, no, unlisted, open }: SignReport,
  sign: QualitySign,
  policy: MatchingPolicy,
): JudgedSign {
  const { standing, notListed, signs } = policy.quality;
  const { values, onlyOne } = signs[sign];
  const enough = values.length - 1;
  const things = yes.length + no + unlisted + open;
  /** With that many, where the program says no to all the rest or not. */
  const at = (count: number, theRestIsNo: boolean) =>
    count === 1 && theRestIsNo && onlyOne !== undefined ? onlyOne : values[Math.min(count, enough)]!;
  const reported = (theRestIsNo: boolean) =>
    yes.reduce((best, one, i) => {
      const isLast = i === yes.length - 1;
      return Math.max(best, at(i + 1, theRestIsNo && isLast && i === 0) * standing[one]);
    }, 0);

  const isWhole = yes.length >= enough;
  const blank = isWhole ? 0 : open + unlisted;
  const earned = reported(no === things - 1);
  const most = blank > 0 ? Math.max(earned, at(yes.length + blank, no === things - 1)) : earned;
  const floor = open > 0 && !isWhole ? Math.min(policy.criteria.quality.unknown, most) : 0;
  const isBlank = yes.length === 0 && open === 0 && unlisted > 0;
  const value = isBlank ? Math.min(notListed, most) : Math.max(earned, floor);
  return {
    value,
    range: [Math.min(value, isWhole ? earned : reported(true)), most],
    known: 1 - blank / things,
    state: isWhole ? 'reported' : yes.length > 0 ? 'partly' : absenceOf(open, unlisted),
    ...(yes[0] && { provenance: yes[0] }),
  };
}

function absenceOf(open: number, unlisted: number): Absence {
  if (open > 0) return 'not-reported';
  return unlisted > 0 ? 'not-listed' : 'declined';
}

/** Nothing to ask: the program says no, or somebody other than the program itself has confirmed the whole. */
function isSettled({ state, provenance }: JudgedSign): boolean {
  return state === 'declined' || (state === 'reported' && provenance !== 'self-reported');
}
