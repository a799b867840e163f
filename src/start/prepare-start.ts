import 'reflect-metadata';
import '../assessments/need-request.dto.js';
import { InstrumentCatalog } from '../assessments/instrument-catalog.js';
import { readRuleTables } from '../assessments/rule-tables.js';
import { prepareSeedFiles } from '../config/seed-file.js';
import { preparePostalCodes } from '../directory/postal-code-table.js';
import { readPolicies } from '../evidence/policy-files.js';
import { readRegistryFiles } from '../evidence/registry-files.js';
import { ResourceCatalog } from '../evidence/resource-catalog.js';
import { writeCompiledBodies } from '../http/validation/write-compiled-bodies.js';
import { readLinkagePolicy } from '../interchange/linkage/linkage-policy-file.js';
import { publishedEditions } from '../interchange/samhsa/published-editions.js';
import { readGoldenNeeds } from '../matching/golden-needs.js';
import '../matching/match-request.dto.js';
import { readTravelAssumptions } from '../matching/travel/travel-assumptions.js';
import { readPlanFiles } from '../plans/plan-files.js';

/** The last step of a build: what every start would otherwise work out again is written beside the compiled code. */
writeCompiledBodies();
readPlanFiles(readRuleTables(InstrumentCatalog.read().byId));
readPolicies();
readRegistryFiles();
ResourceCatalog.read();
publishedEditions();
readLinkagePolicy();
await readGoldenNeeds();
readTravelAssumptions();
preparePostalCodes();
prepareSeedFiles();
