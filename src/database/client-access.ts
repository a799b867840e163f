import { randomUUID } from 'node:crypto';
import { closeSync, fchownSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { allowedAccounts, type ServerAccount } from './server-account.js';

const MAP = 'navigator';

/**
 * Writes who may connect to a cluster (pg_hba.conf, pg_ident.conf): by the Unix socket the account of this process and
 * root, as the kernel tells them, and nobody by a network, whoever starts the server. In particular not the account that
 * runs the server: a statement of another server under that account would be superuser here.
 */
export function writeClientAccess(cluster: string, account: ServerAccount | undefined): void {
  const accounts = process.platform === 'linux' ? allowedAccounts() : undefined;
  const local = accounts ? `peer map=${MAP}` : 'trust';
  write(cluster, account, 'pg_hba.conf', [
    '# Written at every start of Treatment Navigator.',
    `local all all ${local}`,
    'host all all all reject',
  ]);
  write(cluster, account, 'pg_ident.conf', [
    '# Written at every start of Treatment Navigator.',
    ...(accounts ?? []).map((name) => `${MAP} "${name}" all`),
  ]);
}

/** A new file in the place of the old one: root follows no link that the account of the server made. */
function write(cluster: string, account: ServerAccount | undefined, name: string, lines: string[]): void {
  const draft = join(cluster, `${name}.${randomUUID()}`);
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, `${lines.join('\n')}\n`);
    if (account) fchownSync(file, account.uid, account.gid);
  } finally {
    closeSync(file);
  }
  renameSync(draft, join(cluster, name));
}
