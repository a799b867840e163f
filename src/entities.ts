import { AttestationLink } from './desk/attestation-link.entity.js';
import { Observation } from './desk/observation.entity.js';
import { Ticket } from './desk/ticket.entity.js';
import { Change } from './directory/change.entity.js';
import { Location } from './directory/location.entity.js';
import { Organization } from './directory/organization.entity.js';
import { ProgramApproach } from './directory/program-approach.entity.js';
import { ProgramSource } from './directory/program-source.entity.js';
import { Program } from './directory/program.entity.js';
import { Approach } from './evidence/approach.entity.js';
import { Citation } from './evidence/citations/citation.entity.js';
import { Rating } from './evidence/ratings/rating.entity.js';
import { Webhook } from './feed/webhooks/webhook.entity.js';
import { ImportIssue } from './interchange/import-run/import-issue.entity.js';
import { ImportRun } from './interchange/import-run/import-run.entity.js';

/** Every entity of every room, for code that opens the database outside Nest: the first start and the command line. */
export const ENTITIES = [
  Organization,
  Location,
  Program,
  ProgramSource,
  ProgramApproach,
  Change,
  Approach,
  Rating,
  Citation,
  ImportRun,
  ImportIssue,
  Observation,
  Ticket,
  AttestationLink,
  Webhook,
];
