import type { ResolvedFacts } from '../core/directory/resolved-facts.js';
import type { Standing, StatedFacts } from '../core/directory/source-record.js';
import type { LinkageRule } from '../core/linkage/pair-judge.js';
import type { ProgramStatus } from './program.entity.js';

/** Rows of the program store, as its statements read and write them. */

interface Origin {
  source: string;
  source_key: string;
  source_as_of: string;
}

export interface OrganizationRow extends Origin {
  id: string;
  name: string;
  state: string;
}

export interface LocationRow extends Origin {
  id: string;
  organization_id: string;
  street1: string | null;
  street2: string | null;
  city: string;
  state: string;
  postal_code: string;
  latitude: number | null;
  longitude: number | null;
  coordinate_precision: string | null;
  time_zone: string | null;
}

export interface ProgramRow extends Origin {
  id: string;
  organization_id: string;
  location_id: string;
  name: string;
  name_detail: string | null;
  phone: string | null;
  intake_phones: string[];
  website: string | null;
  fictional: boolean;
  facts: ResolvedFacts;
  resolve_again_on: string | null;
  evidence_strength: Record<string, number>;
  search_text: string;
  tags: string[];
  lowest_weekly_price: number | null;
  verified_on: string | null;
}

export interface RecordRow {
  id: string;
  program_id: string;
  source: string;
  source_key: string;
  as_of: string;
  standing: Standing;
  facts: StatedFacts;
  verbatim: Readonly<Record<string, string>>;
  digest: string;
  said_by?: string;
  observer?: string;
  how?: string;
  expires_on?: string;
}

export interface ClaimRow {
  program_id: string;
  approach_code: string;
  provenance: Standing;
  source: string;
  as_of: string;
}

/**
 * By which rule a key of a source is a program: one of linkage; `listed`, since the program was made from it; `told-apart`,
 * since a person undid a decision; `door`, where the key is the program's own id and the source speaks of its door.
 */
export type LinkRule = LinkageRule | 'listed' | 'told-apart' | 'door';

export interface LinkRow {
  source: string;
  source_key: string;
  program_id: string;
  /** `rule`, or the name of the person who decided. */
  decided_by: string;
  rule: LinkRule;
  score?: number;
}

/** The organization and the location that a program belongs to. */
export interface ProgramPlace {
  organizationId: string;
  locationId: string;
}

/** The program that a key of a source is linked with. */
export interface StoredProgram {
  key: string;
  programId: string;
  /** Of the source's record under this key, and its date; `null` if it has none now. */
  digest: string | null;
  asOf: string | null;
  status: ProgramStatus;
  /** An editor withdrew it. */
  withdrawnAtDesk: boolean;
  /** No edition names it, and it stays listed for some time. */
  isUnlisted: boolean;
  /** The source whose name, contacts and place are shown. */
  leadSource: string;
}

/** What linkage found of the keys of an edition. */
export interface RecognizedKeys {
  /** Keys that had no link: the programs that they are. */
  readonly links: readonly LinkRow[];
  /** Keys whose link ends, since the edition names its program by another key as well. */
  readonly endedKeys: readonly string[];
}
