import type { StatedFacts } from '../../core/directory/source-record.js';
import type { SeededDraw } from './seeded-draw.js';

/** Sources that accompany the own entry of a fictional program. */
export const COMPANION_SOURCES = ['demo-provider', 'demo-visit', 'demo-call'] as const;
export type Companion = (typeof COMPANION_SOURCES)[number];

/** A mistake in the program's entry, and the better source that corrects it. */
export interface Disagreement {
  readonly claimed: StatedFacts;
  readonly correctedBy: Companion;
  readonly correction: StatedFacts;
}

type Case = (truth: StatedFacts, stated: StatedFacts, draw: SeededDraw) => Disagreement | undefined;

/** Approaches that entries often claim; a visit checks them. */
const OFTEN_OVERCLAIMED = ['contingency-management', 'integrated-ptsd', 'craft', 'mbrp', 'matrix'];

const CASES: readonly Case[] = [
  function claimsAnApproachThatAVisitDidNotFind(truth, stated, draw) {
    const own = truth.approaches;
    if (!stated.approaches || !own || own.complete) return undefined;
    const claimed = draw.pick(OFTEN_OVERCLAIMED.filter((code) => !own.yes?.includes(code)));
    return {
      claimed: { approaches: { yes: [claimed] } },
      correctedBy: 'demo-visit',
      correction: { approaches: { no: [claimed] } },
    };
  },
  function saysItTakesMedicaidAndNoLongerDoes(truth, stated) {
    const { yes = [] } = truth.payers ?? {};
    if (!stated.payers || yes.includes('medicaid') || yes.includes('free')) return undefined;
    return {
      claimed: { payers: { yes: [...yes, 'medicaid'], complete: true } },
      correctedBy: 'demo-call',
      correction: { payers: { no: ['medicaid'] } },
    };
  },
  function namesAnOldPrice(truth) {
    if (!truth.prices) return undefined;
    const prices = truth.prices.map((price) => ({ ...price, amount: Math.round(price.amount / 625) * 500 }));
    return { claimed: { prices }, correctedBy: 'demo-provider', correction: { prices: truth.prices } };
  },
  function beganToPrescribeBuprenorphine(truth, stated) {
    if (!stated.medications || truth.medications?.buprenorphine !== 'starts') return undefined;
    return {
      claimed: { medications: { buprenorphine: 'continues' } },
      correctedBy: 'demo-provider',
      correction: { medications: { buprenorphine: 'starts' } },
    };
  },
  function turnsPeopleOnMethadoneAway(truth, stated) {
    if (!stated.medications || truth.medications?.methadone !== 'refuses') return undefined;
    return {
      claimed: { medications: { methadone: 'continues' } },
      correctedBy: 'demo-call',
      correction: { medications: { methadone: 'refuses' } },
    };
  },
  function hasAStepAtTheEntrance(truth) {
    if (!truth.accessibility?.no?.includes('wheelchair')) return undefined;
    return {
      claimed: { accessibility: { yes: ['wheelchair'] } },
      correctedBy: 'demo-visit',
      correction: { accessibility: { no: ['wheelchair'] } },
    };
  },
  function promisesAShortWait(truth, stated) {
    if (stated.waitDays === undefined || truth.waitDays === undefined || truth.waitDays < 7) return undefined;
    return {
      claimed: { waitDays: 2 },
      correctedBy: 'demo-call',
      correction: { waitDays: truth.waitDays },
    };
  },
];

/** One of the disagreements that are possible for this program, or `undefined` if there is none. */
export function disagreementIn(
  draw: SeededDraw,
  truth: StatedFacts,
  stated: StatedFacts,
): Disagreement | undefined {
  const possible = CASES.map((of) => of(truth, stated, draw)).filter((one) => one !== undefined);
  return possible.length > 0 ? draw.pick(possible) : undefined;
}
