import type { Medication } from '../vocabulary/medications.js';
import type { LevelOfCare, Overlay } from '../vocabulary/levels-of-care.js';
import type { Modality, Service } from '../vocabulary/services.js';
import type { Origin, ResolvedFacts } from './resolved-facts.js';
import { yesCodes } from './resolved-facts.js';

/** A program's claim to deliver an approach, and who says so. */
export interface ApproachClaim {
  readonly approach: string;
  readonly origin: Origin;
}

/** A medication that a program starts is an approach it delivers. One it only continues is not. */
const BY_MEDICATION: Partial<Record<Medication, readonly string[]>> = {
  methadone: ['methadone'],
  buprenorphine: ['buprenorphine'],
  'buprenorphine-injection': ['xr-buprenorphine'],
  naltrexone: ['naltrexone-oral-aud', 'oral-naltrexone-oud'],
  'naltrexone-injection': ['xr-naltrexone-aud', 'xr-naltrexone-oud'],
  acamprosate: ['acamprosate'],
  disulfiram: ['disulfiram'],
  'nicotine-replacement': ['varenicline-nrt'],
  'non-nicotine-cessation': ['varenicline-nrt'],
  naloxone: ['naloxone'],
};

const BY_LEVEL: Partial<Record<LevelOfCare, string>> = {
  iop: 'iop',
  'res-low': 'residential',
  'res-high': 'residential',
};
const BY_OVERLAY: Partial<Record<Overlay, string>> = { housing: 'recovery-housing' };
const BY_MODALITY: Partial<Record<Modality, string>> = { telehealth: 'telehealth' };
const BY_SERVICE: Partial<Record<Service, string>> = {
  'peer-support': 'peer-support',
  'recovery-coach': 'recovery-coaching',
  'naloxone-and-overdose-education': 'naloxone',
};

/** All approaches a program delivers: those it names, and those its medications, levels and services are. */
export function deliveredApproaches(facts: ResolvedFacts): ApproachClaim[] {
  const claims = new Map<string, Origin>();
  const claim = (approach: string | undefined, originIndex: number | undefined) => {
    if (approach === undefined || originIndex === undefined) return;
    const known = claims.get(approach);
    const origin = facts.origins[originIndex]!;
    // Origins stand best first, so the smaller index is the better claim.
    if (!known || facts.origins.indexOf(known) > originIndex) claims.set(approach, origin);
  };

  for (const approach of yesCodes(facts, 'approaches'))
    claim(approach, facts.lists.approaches?.codes[approach]?.origin);
  for (const [medication, { stance, origin }] of Object.entries(facts.medications))
    if (stance === 'starts')
      for (const approach of BY_MEDICATION[medication as Medication] ?? []) claim(approach, origin);
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
