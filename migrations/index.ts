import type { MigrationInterface } from 'typeorm';
import { Directory1764000000001 } from './1764000000001-directory.js';
import { Evidence1764000000002 } from './1764000000002-evidence.js';
import { Changes1764000000003 } from './1764000000003-changes.js';
import { Access1764000000004 } from './1764000000004-access.js';
import { RatingLife1764000000005 } from './1764000000005-rating-life.js';
import { DirectoryDesk1764000000006 } from './1764000000006-directory-desk.js';
import { Citations1764000000007 } from './1764000000007-citations.js';
import { ChangeNotices1764000000008 } from './1764000000008-change-notices.js';
import { Keys1764000000009 } from './1764000000009-keys.js';
import { Webhooks1764000000010 } from './1764000000010-webhooks.js';
import { SearchFolds1764000000011 } from './1764000000011-search-folds.js';
import { ProgramLinks1764000000012 } from './1764000000012-program-links.js';
import { Linkage1764000000013 } from './1764000000013-linkage.js';
import { MissingStreets1764000000014 } from './1764000000014-missing-streets.js';
import { StagedImports1764000000015 } from './1764000000015-staged-imports.js';
import { ContactFacts1764000000016 } from './1764000000016-contact-facts.js';
import { Meetings1764000000018 } from './1764000000018-meetings.js';
import { MigrationTerms1764000000020 } from './1764000000020-migration-terms.js';

/** What a migration means to versions of the service that do not know it. */
export interface MigrationTerms {
  /** `expand` only adds; `contract` takes away, or tightens, what an older version uses. */
  readonly phase: 'expand' | 'contract';
  /** The oldest version of the service that works with the database afterwards. */
  readonly minAppVersion: string;
}

const expand = (minAppVersion: string): MigrationTerms => ({ phase: 'expand', minAppVersion });
const contract = (minAppVersion: string): MigrationTerms => ({ phase: 'contract', minAppVersion });

/**
 * Every migration this version knows, oldest first, with its terms. Expand, then contract in a later release; never edit
 * one that was released. Version 0.1.0 starts on no migration that it does not know, so that those of 0.2.0 need 0.2.0.
 */
const MIGRATIONS_WITH_TERMS: readonly (readonly [
  new () => MigrationInterface & { name: string },
  MigrationTerms,
])[] = [
  [Directory1764000000001, expand('0.1.0')],
  [Evidence1764000000002, expand('0.1.0')],
  [Changes1764000000003, expand('0.1.0')],
  [Access1764000000004, expand('0.1.0')],
  [RatingLife1764000000005, expand('0.1.0')],
  [DirectoryDesk1764000000006, expand('0.1.0')],
  [Citations1764000000007, expand('0.1.0')],
  [ChangeNotices1764000000008, expand('0.1.0')],
  [Keys1764000000009, contract('0.2.0')],
  [Webhooks1764000000010, contract('0.2.0')],
  [SearchFolds1764000000011, contract('0.2.0')],
  [ProgramLinks1764000000012, contract('0.2.0')],
  [Linkage1764000000013, contract('0.2.0')],
  [MissingStreets1764000000014, contract('0.2.0')],
  [StagedImports1764000000015, contract('0.2.0')],
  [ContactFacts1764000000016, expand('0.2.0')],
  [Meetings1764000000018, expand('0.2.0')],
  [MigrationTerms1764000000020, expand('0.2.0')],
];

export const MIGRATIONS = MIGRATIONS_WITH_TERMS.map(([migration]) => migration);

/** By the name of a migration. */
export const TERMS: ReadonlyMap<string, MigrationTerms> = new Map(
  MIGRATIONS_WITH_TERMS.map(([Migration, terms]) => [new Migration().name, terms]),
);
