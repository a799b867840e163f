import type { FactKey, StatedFacts } from '../../src/core/directory/source-record.js';
import { acceptableLevels, type Need } from '../../src/core/matching/need.js';
import { ANSWERED_LISTS } from '../../src/core/vocabulary/answered-lists.js';
import { CONDITIONS } from '../../src/core/vocabulary/conditions.js';
import { ATTENDABLE_WHILE_EMPLOYED, LEVELS_OF_CARE } from '../../src/core/vocabulary/levels-of-care.js';
import { ACCESSIBILITY, POPULATIONS } from '../../src/core/vocabulary/people.js';
import { SERVICES, WITHDRAWAL_SETTINGS } from '../../src/core/vocabulary/services.js';
import { MEDICATIONS_ASKED } from './arbitrary-programs.js';

type Told = readonly [key: FactKey, value: StatedFacts[FactKey]];

/** For each fact, what a client with this need would most like to hear, where that can be said. */
export function bestFor(need: Need): Told[] {
  const levels = levelsAtBest(need);
  const { wishes, avoid } = need.preferences;
  const wantsFaith = wishes.includes('faith-based') && !wishes.includes('secular');
  return told({
    conditions: { yes: ['any', ...CONDITIONS] },
    levelsOfCare: levels && { yes: levels },
    overlays: { yes: ['moud', 'housing', 'co-occurring'] },
    // For opioids alone it may turn out to be all that a program does, and then it is no treatment.
    withdrawalSettings: need.conditions.some(({ condition }) => condition === 'opioid')
      ? undefined
      : { yes: WITHDRAWAL_SETTINGS },
    withdrawalSubstances: { yes: CONDITIONS },
    medications: Object.fromEntries(MEDICATIONS_ASKED.map((code) => [code, 'starts'] as const)),
    medicationAccess: { yes: ['alcohol-here', 'opioid-here'] },
    opioidTreatmentProgram: true,
    approaches: { yes: ['cbt', 'mi-met', 'contingency-management', 'craft', 'rmc'], no: ['tsf-aa'] },
    payers: { yes: ['free'], complete: true },
    slidingFee: true,
    paymentAssistance: true,
    prices: need.maxCost && [{ ...need.maxCost, amount: 0 }],
    ageGroups: { yes: ['children', 'young-adults', 'adults', 'seniors'] },
    // Only where neither gender is wished for alone.
    genders:
      wishes.includes('women-only') || wishes.includes('men-only') || avoid.includes('men-only')
        ? undefined
        : { yes: ['woman', 'man'], complete: true },
    languages: { yes: ['en', 'es', 'ht'] },
    interpreterOnCall: true,
    populations: { yes: POPULATIONS },
    modalities: { yes: ['in-person', 'telehealth'] },
    telehealthStates: { yes: ['CT', 'NY'] },
    whollyByTelehealth: true,
    sessions: [{ day: 'su', from: '19:30', to: '20:30' }],
    visitHours: [{ day: 'su', from: '19:30', to: '20:30' }],
    waitDays: 0,
    sameDayStart: true,
    services: avoid.includes('group') ? undefined : { yes: SERVICES },
    accessibility: { yes: ACCESSIBILITY },
    coOccurringCare: 'enhanced',
    openToOthers: true,
    pregnancyCare: true,
    faithBased: wantsFaith,
    goals: { yes: ['abstinence', 'reduction'] },
    accreditations: { yes: ['carf'] },
    licenses: { yes: ['state-substance-use-agency'] },
  });
}

/** For each fact, what would suit that client least. */
export function worstFor(need: Need): Told[] {
  const { wishes, avoid } = need.preferences;
  const wantsFaith = wishes.includes('faith-based') && !wishes.includes('secular');
  return told({
    conditions: { no: ['any', ...CONDITIONS] },
    levelsOfCare: { no: LEVELS_OF_CARE },
    overlays: { no: ['moud', 'housing', 'co-occurring'] },
    withdrawalSettings: { no: WITHDRAWAL_SETTINGS },
    withdrawalSubstances: { no: CONDITIONS },
    medications: Object.fromEntries(MEDICATIONS_ASKED.map((code) => [code, 'refuses'] as const)),
    medicationAccess: { yes: ['alcohol-none', 'opioid-none'] },
    opioidTreatmentProgram: false,
    approaches: { no: ['cbt', 'mi-met', 'contingency-management', 'craft', 'craft-group-self', 'rmc'] },
    payers: { complete: true },
    slidingFee: false,
    paymentAssistance: false,
    prices: need.maxCost && [{ ...need.maxCost, amount: need.maxCost.amount * 10 + 1 }],
    ageGroups: { complete: true },
    genders: avoid.includes('men-only') ? undefined : { complete: true },
    languages: { complete: true },
    interpreterOnCall: false,
    populations: { no: POPULATIONS },
    modalities: { complete: true },
    telehealthStates: { complete: true },
    whollyByTelehealth: false,
    sessions: [{ day: 'mo', from: '10:00', to: '11:00' }],
    visitHours: [{ day: 'mo', from: '10:00', to: '11:00' }],
    waitDays: 700,
    sameDayStart: false,
    services: avoid.includes('group') ? undefined : { no: SERVICES },
    accessibility: { no: ACCESSIBILITY },
    coOccurringCare: 'none',
    openToOthers: false,
    pregnancyCare: false,
    faithBased: !wantsFaith,
    goals: { complete: true },
    accreditations: { complete: true },
    // What is blank on an answered list counts less than what is not reported.
    answeredLists: { yes: ANSWERED_LISTS },
    licenses: { complete: true },
  });
}

/**
 * Every level that will do, and intensive outpatient for structure; `undefined` where levels cannot be good news: no
 * acceptable one can be attended beside work, or the client has failed at some level in some organization.
 */
function levelsAtBest(need: Need) {
  // Levels that all lie below a floor would be bad news.
  const acceptable = acceptableLevels(need) ?? [need.levelFloor ?? ('op' as const)];
  if (acceptable.length === 0 || need.history.some(({ outcome }) => outcome !== 'helped')) return undefined;
  if (need.cannotLeaveWork && !acceptable.some((level) => ATTENDABLE_WHILE_EMPLOYED.has(level)))
    return undefined;
  return [...new Set([...acceptable, 'op' as const, 'iop' as const])];
}

function told(facts: StatedFacts): Told[] {
  return (Object.entries(facts) as [FactKey, StatedFacts[FactKey]][]).filter(
    ([, value]) => value !== undefined,
  );
}
