import { deliveredApproaches } from '../core/directory/delivered-approaches.js';
import {
  type Origin,
  type ResolvedFacts,
  type Resting,
  surestOrigin,
  yesCodes,
} from '../core/directory/resolved-facts.js';
import { freshness } from '../core/directory/shelf-life.js';
import { LEVELS_OF_CARE, OVERLAYS } from '../core/vocabulary/levels-of-care.js';
import { MEDICATIONS } from '../core/vocabulary/medications.js';
import { PAYERS } from '../core/vocabulary/payment.js';
import { MODALITIES } from '../core/vocabulary/services.js';
import type { PublishedProgramRow } from './program-row.js';
import type { FactOriginResponse, MedicationSummary, ProgramSummary } from './program-summary.dto.js';

/**
 * What a list shows of a program. It is separate from its response class so that a thread that builds an index need not
 * load the API documentation.
 *
 * @param today YYYY-MM-DD
 */
export function summarizeProgram(row: PublishedProgramRow, today: string): ProgramSummary {
  const { facts, organizationId, organizationName, latitude, longitude, ...rest } = row;
  const best = surestOrigin(facts) ?? {
    source: row.source,
    asOf: row.sourceAsOf,
    standing: 'self-reported' as const,
  };
  return {
    id: rest.id,
    name: rest.name,
    nameDetail: rest.nameDetail,
    fictional: rest.fictional,
    organization: { id: organizationId, name: organizationName },
    location: {
      street1: rest.street1,
      street2: rest.street2,
      city: rest.city,
      state: rest.state,
      postalCode: rest.postalCode,
      latitude,
      longitude,
      coordinatePrecision: rest.coordinatePrecision,
      ...(rest.coordinateSource === null || rest.coordinateAsOf === null
        ? {}
        : { coordinateOrigin: { source: rest.coordinateSource, asOf: rest.coordinateAsOf } }),
      timeZone: rest.timeZone,
    },
    phone: rest.phone,
    intakePhones: rest.intakePhones,
    website: rest.website,
    ...contactOrigins(row, today),
    levelsOfCare: inOrder(LEVELS_OF_CARE, yesCodes(facts, 'levelsOfCare')),
    overlays: inOrder(OVERLAYS, yesCodes(facts, 'overlays')),
    modalities: inOrder(MODALITIES, yesCodes(facts, 'modalities')),
    medications: medicationSummary(facts),
    payers: inOrder(PAYERS, yesCodes(facts, 'payers')),
    approaches: deliveredApproaches(facts).map(({ approach }) => approach),
    record: originAt(best, today),
    ...(rest.unlistedOn === null ? {} : { notListedSince: rest.unlistedOn }),
  };
}

/** Who states the contacts that are shown. One that an editor put in their place before contacts had origins has none. */
function contactOrigins(
  { phone, website, facts: { origins, values } }: PublishedProgramRow,
  today: string,
): Pick<ProgramSummary, 'phoneOrigin' | 'websiteOrigin'> {
  const originOf = (shown: string | null, fact: (Resting & { readonly value: string }) | undefined) =>
    fact !== undefined && fact.value === shown ? originAt(origins[fact.origin]!, today, fact) : undefined;
  const phoneOrigin = originOf(phone, values.phone);
  const websiteOrigin = originOf(website, values.website);
  return { ...(phoneOrigin && { phoneOrigin }), ...(websiteOrigin && { websiteOrigin }) };
}

/** An origin as shown on a given day. */
export function originAt(
  { source, asOf, standing, by, expiresOn }: Origin,
  today: string,
  { confirmedBy }: Pick<Resting, 'confirmedBy'> = {},
): FactOriginResponse {
  return {
    source,
    asOf,
    standing,
    freshness: freshness(asOf, today),
    ...(by === undefined ? {} : { by }),
    ...(confirmedBy === undefined ? {} : { confirmedBy }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
  };
}

function inOrder<Code extends string>(vocabulary: readonly Code[], codes: readonly string[]): Code[] {
  return vocabulary.filter((code) => codes.includes(code));
}

function medicationSummary(facts: ResolvedFacts): MedicationSummary {
  const by = (wanted: string) => MEDICATIONS.filter((code) => facts.medications[code]?.stance === wanted);
  return { starts: by('starts'), continues: by('continues'), refuses: by('refuses') };
}
