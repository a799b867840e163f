import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectFolder } from '../config/project-folder.js';
import type {
  ApproachKind,
  Certainty,
  ComparatorType,
  Direction,
  Listing,
  OutcomeGroup,
} from '../core/evidence/rating.js';
import type { TreatedCondition } from '../core/vocabulary/conditions.js';
import type { CertaintyReasons } from '../core/curation/rating-version.js';
import { APPROACH_FILE_SCHEMA, REGISTRY_FILE_SCHEMA } from './registry-schema.js';
import { readSeedFile, SeedFileError, seedCheck } from '../config/seed-file.js';

/** A rating as written in its file. An omitted field is not known. */
export interface RatingEntry {
  condition: TreatedCondition;
  outcome: string;
  /** Our classification of the outcome. */
  outcomeGroup: OutcomeGroup;
  comparator: string;
  comparatorType: ComparatorType;
  /** Our classification: the approach in the registry that is the comparator. */
  comparatorApproach?: string;
  certainty: Certainty;
  direction: Direction;
  effect?: string;
  effectVerified: boolean;
  certaintySource: string;
  certaintyReasons?: CertaintyReasons;
  note?: string;
  status: 'draft';
  /** Where it has to be reviewed by another day than the rest of the registry. */
  nextReviewOn?: string;
  addedOn?: string;
  checkedOn?: string;
}

/** A citation as written in the file of one approach; other approaches may cite the same work in other words. */
export interface CitationEntry {
  text: string;
  /** `null` where it was not seen. */
  year: number | null;
  design: string;
  doi?: string;
  doiSeen: boolean;
  pmid?: string;
  cochrane?: string;
  /** Where the work was seen; `null` if it was not. */
  verifiedAt: string | null;
  note?: string;
  addedOn?: string;
  checkedOn?: string;
}

export interface ApproachEntry {
  code: string;
  name: string;
  kind: ApproachKind;
  scope: 'treatment' | 'prevention';
  listing: Listing;
  conditions: TreatedCondition[];
  population: string;
  description: string;
  cautions: string[];
  addedOn?: string;
  ratings: RatingEntry[];
  citations: CitationEntry[];
}

/** What applies to every rating of the registry. */
export interface RegistryTerms {
  scheme: string;
  source: string;
  note: string;
  status: 'draft';
  draftedOn: string;
  reviewer: null;
  reviewedOn: null;
  conflictOfInterest: string;
  nextReviewOn: string;
}

export interface RegistryFiles {
  terms: RegistryTerms;
  /** By code. */
  approaches: ApproachEntry[];
}

const termsFit = seedCheck<RegistryTerms>(REGISTRY_FILE_SCHEMA);
const approachFits = seedCheck<ApproachEntry>(APPROACH_FILE_SCHEMA);

/** Reads the evidence registry's files; a `SeedFileError` names the first file that cannot be used, and its fields. */
export function readRegistryFiles(folder = join(projectFolder, 'seed-data', 'evidence')): RegistryFiles {
  const terms = readSeedFile(join(folder, 'registry.yaml'), termsFit);
  const files = readdirSync(join(folder, 'approaches'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, 'approaches', name));
  const entries = files
    .map((file) => [file, readApproach(file)] as const)
    .sort(([, a], [, b]) => (a.code < b.code ? -1 : 1));
  const codes = new Set(entries.map(([, { code }]) => code));
  for (const [file, approach] of entries) {
    const faults = faultsBetweenFields(approach, codes);
    if (faults.length > 0) throw new SeedFileError(file, faults);
  }
  return { terms, approaches: entries.map(([, approach]) => approach) };
}

/** Codes are unique because each is the name of its file. */
function readApproach(file: string): ApproachEntry {
  const approach = readSeedFile(file, approachFits);
  if (approach.code === basename(file, '.yaml')) return approach;
  throw new SeedFileError(file, [
    `code: is ${approach.code}, and the file must then be named ${approach.code}.yaml`,
  ]);
}

/** What a schema cannot express. */
function faultsBetweenFields(approach: ApproachEntry, codes: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  const seen = new Map<string, number>();
  approach.ratings.forEach(({ condition, outcome, comparator, comparatorApproach }, at) => {
    if (comparatorApproach !== undefined && !codes.has(comparatorApproach)) {
      faults.push(
        `ratings/${at}/comparatorApproach: the registry has no approach ${comparatorApproach}; correct it or leave it out`,
      );
    }
    const key = JSON.stringify([condition, outcome, comparator]);
    const first = seen.get(key);
    if (first !== undefined) {
      faults.push(
        `ratings/${at}: has the condition, outcome and comparator of ratings/${first}; merge the two`,
      );
    }
    seen.set(key, at);
  });
  return faults;
}
