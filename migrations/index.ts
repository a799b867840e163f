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

/** Every migration this version knows, oldest first. Expand, then contract; never edit one that was released. */
export const MIGRATIONS = [
  Directory1764000000001,
  Evidence1764000000002,
  Changes1764000000003,
  Access1764000000004,
  RatingLife1764000000005,
  DirectoryDesk1764000000006,
  Citations1764000000007,
  ChangeNotices1764000000008,
  Keys1764000000009,
  Webhooks1764000000010,
  SearchFolds1764000000011,
  ProgramLinks1764000000012,
  Linkage1764000000013,
  MissingStreets1764000000014,
  StagedImports1764000000015,
  ContactFacts1764000000016,
  Meetings1764000000018,
];
