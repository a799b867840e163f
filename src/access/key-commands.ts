import { Command, InvalidArgumentError } from 'commander';
import type { EntityManager } from 'typeorm';
import { StartError } from '../config/start-error.js';
import { type Role, ROLE_MEANING, ROLES } from '../core/curation/role.js';
import { createKey, type ListedKey, listKeys, revokeKey } from './access-keys.js';

/** A wish that the command line cannot fulfil, with the way out. */
class KeyRefused extends StartError {
  override name = 'KeyRefused';
}

const COMMAND_LINE = { name: 'the command line' };
const DAY_MS = 86_400_000;

interface CreateOptions {
  role: Role[];
  name: string;
  days?: number;
}

/** `key create`, `key list` and `key revoke`; `withManager` opens the database for one transaction. */
export function keyCommands(
  withManager: (use: (manager: EntityManager) => Promise<void>) => Promise<void>,
): Command {
  const key = new Command('key').description('keys of people who curate, review, edit or phone');
  key
    .command('create')
    .description('make a key; it is shown this once')
    .requiredOption(
      '--role <role>',
      `what it may do; give it again for more: ${ROLES.map((role) => `${role} (${ROLE_MEANING[role]})`).join(', ')}`,
      collectRole,
    )
    .requiredOption('--name <name>', 'who it is for; shown beside their reviews and observations', someName)
    .option('--days <days>', 'how long it opens', wholeDays)
    .action(({ role, name, days }: CreateOptions) =>
      withManager(async (manager) => {
        const expiresAt = days === undefined ? undefined : new Date(Date.now() + days * DAY_MS);
        const { key: made, token } = await createKey(
          manager,
          { name, roles: role, ...(expiresAt ? { expiresAt } : {}) },
          COMMAND_LINE,
        );
        console.error(`A key for ${made.name} (${made.roles.join(', ')}). Keep it: it is not shown again.`);
        console.log(token);
      }),
    );
  key
    .command('list')
    .description('all keys, without their secrets')
    .action(() =>
      withManager(async (manager) => {
        const keys = await listKeys(manager);
        console.log(
          keys.length === 0
            ? 'There are no keys yet. Make one: navigator key create --role administrator --name "…"'
            : keys.map(lineOf).join('\n'),
        );
      }),
    );
  key
    .command('revoke')
    .description('take a key back, at once on every process')
    .argument('<id>', 'as `key list` shows it')
    .action((id: string) =>
      withManager(async (manager) => {
        const isKnown = (await listKeys(manager)).some((one) => one.id === id);
        if (!isKnown) throw new KeyRefused(`There is no key ${id}; \`key list\` shows them all.`);
        const revoked = await revokeKey(manager, id, COMMAND_LINE);
        console.log(revoked ? `Taken back: ${lineOf(revoked)}` : 'It was taken back before.');
      }),
    );
  return key;
}

function lineOf({ id, hint, name, roles, createdAt, expiresAt, revokedAt }: ListedKey): string {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const state = revokedAt ? `taken back ${day(revokedAt)}` : expiresAt ? `until ${day(expiresAt)}` : 'no end';
  return `${id}  ${hint}  ${name} (${roles.join(', ')}), since ${day(createdAt)}, ${state}`;
}

function collectRole(value: string, before: Role[] | undefined): Role[] {
  const role = ROLES.find((one) => one === value);
  if (!role) throw new InvalidArgumentError(`It is one of ${ROLES.join(', ')}.`);
  return [...(before ?? []), role];
}

function someName(value: string): string {
  if (value.trim() === '' || value.length > 100)
    throw new InvalidArgumentError('A name has 1 to 100 characters.');
  return value.trim();
}

function wholeDays(value: string): number {
  const days = Number(value);
  if (!/^\d{1,4}$/.test(value) || days < 1)
    throw new InvalidArgumentError('It is a whole number from 1 to 9999.');
  return days;
}
