import { createHash } from 'node:crypto';
import { deliveredApproaches } from '../core/directory/delivered-approaches.js';
import { resolveFacts } from '../core/directory/resolve-facts.js';
import type { SourceRecord } from '../core/directory/source-record.js';
import type { ListingIds } from './listing-ids.js';
import { factsAtAddress, streetAddressOf } from '../core/directory/street-address.js';
import type { EvidenceView, IntakeRecord, ProgramIntake } from './program-intake.js';
import type { ContactCorrections } from './program.entity.js';
import type {
  ClaimRow,
  LocationRow,
  OrganizationRow,
  ProgramPlace,
  ProgramRow,
  RecordRow,
} from './program-store-rows.js';
import { searchTerms } from './search-terms.js';

/**
 * The whole content of an intake without its dates, so that a newer edition with the same facts only changes the date.
 */
export function digestOf(intake: ProgramIntake): string {
  const undated = { ...intake, records: intake.records.map(({ asOf: _asOf, ...record }) => record) };
  const canonical = JSON.stringify(undated, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(canonical).digest('hex');
}

/** Organizations and locations; if spellings differ under one key, the first in alphabetical order is used. */
export function placeRows(
  source: string,
  intakes: readonly ProgramIntake[],
  ids: ListingIds,
): { organizations: OrganizationRow[]; locations: LocationRow[] } {
  const organizations = new Map<string, OrganizationRow>();
  const locations = new Map<string, LocationRow>();
  const ordered = [...intakes].sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { organization, location, records } of ordered) {
    const organizationId = ids.organization(organization.key);
    const origin = { source, source_as_of: records[0].asOf };
    const known = organizations.get(organization.key);
    if (!known || organization.name < known.name)
      organizations.set(organization.key, {
        id: organizationId,
        name: organization.name,
        state: organization.state,
        source_key: organization.key,
        ...origin,
      });
    if (!locations.has(location.key))
      locations.set(location.key, {
        id: ids.location(location.key),
        organization_id: organizationId,
        street1: location.street1 ?? null,
        street2: location.street2 ?? null,
        city: location.city,
        state: location.state,
        postal_code: location.postalCode,
        latitude: location.coordinates?.latitude ?? null,
        longitude: location.coordinates?.longitude ?? null,
        coordinate_precision: location.coordinates?.precision ?? null,
        time_zone: location.timeZone ?? null,
        source_key: location.key,
        ...origin,
      });
  }
  return { organizations: [...organizations.values()], locations: [...locations.values()] };
}

/** A program's row and claims, resolved from these records; corrections of an editor stand above them. */
export function programRow(
  source: string,
  id: string,
  { organizationId, locationId }: ProgramPlace,
  listed: ProgramIntake,
  records: readonly SourceRecord[],
  {
    evidence,
    today,
    corrections = {},
  }: { evidence: EvidenceView; today: string; corrections?: ContactCorrections | undefined },
): { program: ProgramRow; claims: ClaimRow[] } {
  const intake = corrected(listed, corrections);
  const address = streetAddressOf(intake.location);
  const facts = resolveFacts(
    records.map((record) => ({ ...record, facts: factsAtAddress(record.facts, address) })),
    today,
  );
  const shown = { phone: facts.values.phone?.value, website: facts.values.website?.value, ...corrections };
  const terms = searchTerms(intake, facts, evidence);
  const verified = records.filter(({ standing }) => standing === 'verified').map(({ asOf }) => asOf);
  return {
    program: {
      id,
      organization_id: organizationId,
      location_id: locationId,
      name: intake.name,
      name_detail: intake.nameDetail ?? null,
      phone: shown.phone ?? null,
      intake_phones: [...intake.intakePhones],
      website: shown.website ?? null,
      fictional: intake.fictional,
      facts,
      resolve_again_on: facts.resolveAgainOn ?? null,
      evidence_strength: evidence.strengths(facts),
      search_text: terms.text,
      tags: terms.tags,
      lowest_weekly_price: terms.lowestWeeklyPrice,
      source,
      source_key: intake.key,
      source_as_of: intake.records[0].asOf,
      verified_on: verified.sort().at(-1) ?? null,
    },
    claims: deliveredApproaches(facts)
      .filter(({ approach }) => evidence.approachName(approach) !== undefined)
      .map(({ approach, origin }) => ({
        program_id: id,
        approach_code: approach,
        provenance: origin.standing,
        source: origin.source,
        as_of: origin.asOf,
      })),
  };
}

/**
 * The records of an intake as they are stored: its own states the telephone, the web site and the door as facts. The center
 * of a ZIP code is no statement of a source.
 */
export function recordsOf({
  phone,
  website,
  location,
  records: [own, ...others],
}: ProgramIntake): readonly IntakeRecord[] {
  const { coordinates } = location;
  const address = streetAddressOf(location);
  const contacts = {
    ...(phone === undefined ? {} : { phone }),
    ...(website === undefined || website.trim() === '' ? {} : { website }),
    ...(coordinates?.precision === 'address' && address !== undefined
      ? { coordinates: { ...coordinates, address } }
      : {}),
  };
  return [{ ...own, facts: { ...contacts, ...own.facts } }, ...others];
}

/** A record in the form in which it is stored. */
export function recordRow(
  { source, asOf, standing, facts, verbatim, by, observer, how, expiresOn }: IntakeRecord,
  { id, programId, key, digest }: { id: string; programId: string; key: string; digest: string },
): RecordRow {
  return {
    id,
    program_id: programId,
    source,
    source_key: key,
    as_of: asOf,
    standing,
    facts,
    verbatim,
    digest,
    ...(by === undefined ? {} : { said_by: by }),
    ...(observer === undefined ? {} : { observer }),
    ...(how === undefined ? {} : { how }),
    ...(expiresOn === undefined ? {} : { expires_on: expiresOn }),
  };
}

/** The intake with the corrections of an editor. */
function corrected(intake: ProgramIntake, corrections: ContactCorrections): ProgramIntake {
  const given = Object.entries({ ...intake, ...corrections }).filter(([, value]) => value !== null);
  return Object.fromEntries(given) as unknown as ProgramIntake;
}
