import { readFileSync, statSync } from 'node:fs';
import { DatabaseStartError } from './database-start-error.js';

/** An account of the operating system that runs the embedded server. */
export interface ServerAccount {
  name: string;
  uid: number;
  gid: number;
}

const UNPRIVILEGED = ['postgres', '_postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root. Root runs it as the owner of an existing cluster, else as `postgres`, else as
 * `nobody`. Undefined for all other users: they run it as themselves.
 */
export function serverAccount(cluster: string): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const accounts = readAccounts();
  const account = UNPRIVILEGED.map((name) => accounts.find((one) => one.name === name)).find(Boolean);
  if (account) return account;
  throw new DatabaseStartError(
    'PostgreSQL does not run as root, and this machine has neither a postgres nor a nobody account. ' +
      'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

function readAccounts(): ServerAccount[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
