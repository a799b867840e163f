import {
  BY_LEVEL,
  BY_MEDICATION,
  BY_MODALITY,
  BY_OVERLAY,
  BY_SERVICE,
  MEDICATION_APPROACHES,
} from '../vocabulary/approach-roles.js';
import {
  ACCESS_WAYS,
  MEDICATED_CONDITIONS,
  type MedicatedCondition,
} from '../vocabulary/medication-access.js';
import { type Medication, MEDICATIONS } from '../vocabulary/medications.js';
import type { Origin, ResolvedFacts } from './resolved-facts.js';
import { stanceOf, yesCodes } from './resolved-facts.js';

/** A program's claim to deliver an approach, and its source. */
export interface ApproachClaim {
  readonly approach: string;
  readonly origin: Origin;
}

/**
 * All approaches a program delivers: those it names, and those that its medications, levels and services imply. A
 * medication that it starts is an approach it delivers; one that it only continues is not. A medication for two
 * conditions is an approach for those of them for which the program gives it.
 */
export function deliveredApproaches(facts: ResolvedFacts): ApproachClaim[] {
  const claims = new Map<string, Origin>();
  const claim = (approach: string | undefined, originIndex: number | undefined) => {
    if (approach === undefined || originIndex === undefined) return;
    const known = claims.get(approach);
    const origin = facts.origins[originIndex]!;
    // Origins are sorted best first, so the smaller index is the better claim.
    if (!known || facts.origins.indexOf(known) > originIndex) claims.set(approach, origin);
  };

  for (const approach of yesCodes(facts, 'approaches'))
    claim(approach, facts.lists.approaches?.codes[approach]?.origin);
  for (const [medication, { stance, origin }] of Object.entries(facts.medications))
    if (stance === 'starts')
      for (const approach of BY_MEDICATION[medication as Medication] ?? [])
        if (!isGivenElsewhere(facts, approach, origin)) claim(approach, origin);
  for (const level of yesCodes(facts, 'levelsOfCare'))
    claim(BY_LEVEL[level], facts.lists.levelsOfCare?.codes[level]?.origin);
  for (const overlay of yesCodes(facts, 'overlays'))
    claim(BY_OVERLAY[overlay], facts.lists.overlays?.codes[overlay]?.origin);
  for (const modality of yesCodes(facts, 'modalities'))
    claim(BY_MODALITY[modality], facts.lists.modalities?.codes[modality]?.origin);
  for (const service of yesCodes(facts, 'services'))
    claim(BY_SERVICE[service], facts.lists.services?.codes[service]?.origin);

  return [...claims]
    .map(([approach, origin]) => ({ approach, origin }))
    .sort((a, b) => (a.approach < b.approach ? -1 : 1));
}

/**
 * The approaches that a program states it does not deliver: those it denies by name, and approaches that are a
 * medication if it refuses every medication of that approach.
 */
export function declinedApproaches(facts: ResolvedFacts): Set<string> {
  const named = facts.lists.approaches?.codes ?? {};
  const declined = new Set(Object.keys(named).filter((code) => named[code]!.stance === 'no'));
  const isRefused = (medication: Medication): boolean =>
    facts.medications[medication]?.stance === 'refuses' ||
    // A program that refuses buprenorphine refuses its injection, too.
    (medication === 'buprenorphine-injection' && isRefused('buprenorphine'));
  const kept = new Set(
    MEDICATIONS.filter((medication) => !isRefused(medication)).flatMap(
      (medication) => BY_MEDICATION[medication] ?? [],
    ),
  );
  for (const medication of MEDICATIONS.filter(isRefused))
    for (const approach of BY_MEDICATION[medication] ?? []) if (!kept.has(approach)) declined.add(approach);
  const delivered = new Set(deliveredApproaches(facts).map(({ approach }) => approach));
  for (const condition of MEDICATED_CONDITIONS)
    if (stanceOf(facts, 'medicationAccess', `${condition}-none`) === 'yes')
      for (const approach of MEDICATION_APPROACHES[condition])
        if (!delivered.has(approach)) declined.add(approach);
  return declined;
}

/**
 * Whether a started medication is no approach for its condition: a source at least as good tells how people get medication
 * for that condition, and the program itself is not among the ways. Naltrexone for opioids treats no alcohol problem.
 */
function isGivenElsewhere(facts: ResolvedFacts, approach: string, origin: number): boolean {
  const codes = facts.lists.medicationAccess?.codes ?? {};
  const saysSo = (condition: MedicatedCondition): boolean => {
    const ways = ACCESS_WAYS.filter((way) => {
      const said = codes[`${condition}-${way}`];
      return said?.stance === 'yes' && said.origin <= origin;
    });
    return ways.length > 0 && !ways.includes('here') && !ways.includes('prescribed');
  };
  return MEDICATED_CONDITIONS.some(
    (condition) => MEDICATION_APPROACHES[condition].includes(approach) && saysSo(condition),
  );
}
