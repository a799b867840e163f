import type { BenchPart } from './bench-part.js';
import { consoleOnAPhone } from './parts/console.js';
import { discrimination } from './parts/discrimination.js';
import { engineAgainstPostgres } from './parts/engine-against-postgres.js';
import { growth } from './parts/growth.js';
import { http } from './parts/http.js';
import { imports } from './parts/import.js';
import { memory } from './parts/memory.js';
import { rebuild } from './parts/rebuild.js';
import { start } from './parts/start.js';

/** Every part, in the order of the table. */
export const ALL_PARTS: readonly BenchPart[] = [
  engineAgainstPostgres(200_000, 25),
  engineAgainstPostgres(20_000, 12),
  http,
  consoleOnAPhone,
  growth,
  memory,
  imports,
  start,
  rebuild,
  discrimination,
];
