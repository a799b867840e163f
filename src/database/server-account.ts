import { readFileSync, statSync } from 'node:fs';
import { DatabaseStartError } from './database-start-error.js';

/** An account of the operating system that runs the embedded server. */
export interface ServerAccount {
  name: string;
  uid: number;
  gid: number;
}

/** An account that nothing else uses, if there is one. */
const OWN = 'treatment-navigator';
const UNPRIVILEGED = [OWN, 'postgres', '_postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root. Root runs it as the owner of an existing cluster, else as `treatment-navigator`, else
 * as `postgres`, else as `nobody`. Undefined for all other users: they run it as themselves.
 */
export function serverAccount(cluster: string): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  const accounts = readAccounts();
  if (owner && owner.uid !== 0) {
    const name = accounts.find(({ uid }) => uid === owner.uid)?.name ?? `uid ${owner.uid}`;
    return { name, uid: owner.uid, gid: owner.gid };
  }
  const account = UNPRIVILEGED.map((name) => accounts.find((one) => one.name === name)).find(Boolean);
  if (account) return account;
  throw new DatabaseStartError(
    'PostgreSQL does not run as root, and this machine has neither a postgres nor a nobody account. ' +
      'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

/**
 * What to tell the operator if other programs of this machine may run under the account too: they can read and change the
 * files of the cluster.
 */
export function warningAbout(account: ServerAccount | undefined): string | undefined {
  if (!account || account.name === OWN) return undefined;
  return (
    `PostgreSQL runs as the account ${account.name}, which other programs may use: they could change the database. ` +
    `Make one of its own (useradd --system ${OWN}) before the first start, or start as an ordinary user.`
  );
}

/**
 * The accounts of the operating system that may connect to the server: that of this process and root, by name. Undefined
 * if this process has an account without a name, as in some containers: the system then says of nobody who they are.
 */
export function allowedAccounts(): string[] | undefined {
  const uid = process.getuid?.();
  const own = readAccounts().find((one) => one.uid === uid)?.name;
  return own === undefined ? undefined : [...new Set([own, 'root'])];
}

function readAccounts(): ServerAccount[] {
  return readIfThere('/etc/passwd')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
