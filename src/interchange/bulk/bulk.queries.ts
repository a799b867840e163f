import type { Querying } from '../../database/querying.js';
import type { PackageSource } from './data-package.js';

/** The sources that list the published programs. */
export async function packageSources(querying: Querying): Promise<PackageSource[]> {
  return querying.query(
    `SELECT source, max(source_as_of)::text AS "asOf", count(*)::int AS programs, fictional
       FROM program WHERE status = 'published' GROUP BY source, fictional ORDER BY source, fictional`,
  );
}
