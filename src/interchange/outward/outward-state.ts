import type { Querying } from '../../database/querying.js';
import { currentVersions, markOf } from '../../directory/program.queries.js';
import { projectPackage } from '../../config/project-package.js';

/**
 * Names what the directory and the registry hold now, and the version of the code that shows it. It changes with every
 * change to either, and differs after a restored backup.
 */
export async function outwardState(querying: Querying): Promise<string> {
  const { directory, evidence } = await currentVersions(querying);
  const mark = await markOf(querying, directory);
  return `${directory} ${evidence} ${mark} ${projectPackage.version}`;
}
