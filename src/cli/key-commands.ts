import { Command, InvalidArgumentError } from 'commander';
import type { EntityManager } from 'typeorm';
import { StartError } from '../config/start-error.js';
import { type Role, ROLE_MEANING, ROLES, type Scope, SCOPE_MEANING, SCOPES } from '../core/curation/role.js';
import { flawOfText } from '../http/pipeline/body-guard.js';
import { isShownName, UUID } from '../http/validation/value.decorators.js';
import { printable } from './printable.js';
import {
  createKey,
  MAX_OVERLAP_HOURS,
  type CreatedKey,
  revokeKey,
  rotateKey,
  DEFAULT_OVERLAP_HOURS,
} from '../access/access-keys.js';
import { findKey, type ListedKey, listKeys } from '../access/key.queries.js';
import { daysFromNow, readKeyRequest } from '../access/key-request.js';
import { MAX_ORIGIN_LENGTH, readOrigin } from '../access/origin.js';
import { wholeNumber } from './whole-number.js';

/** A command about a key that cannot be carried out, with the fix. */
class KeyRefused extends StartError {
  override name = 'KeyRefused';
}

const COMMAND_LINE = { name: 'the command line' };

interface CreateOptions {
  name: string;
  role: Role[];
  scope: Scope[];
  origin: string[];
  publishable?: true;
  days?: number;
}

interface RotateOptions {
  overlap: number;
  days?: number;
}

/** `key create`, `list`, `rotate` and `revoke`; `withManager` opens the database for one transaction. */
export function keyCommands(
  withManager: (use: (manager: EntityManager) => Promise<void>) => Promise<void>,
): Command {
  const key = new Command('key').description('manage keys of people, servers and web pages');
  key
    .command('create')
    .description('create a key; it is shown only once')
    .option(
      '--role <role>',
      `what a person may do; repeat it for several: ${listed(ROLES, ROLE_MEANING)}`,
      oneOf(ROLES),
      [],
    )
    .option(
      '--scope <scope>',
      `what a server may do; repeat it for several: ${listed(SCOPES, SCOPE_MEANING)}`,
      oneOf(SCOPES),
      [],
    )
    .option(
      '--publishable',
      'a key for a web page: it works from its origins only, and only reads and matches',
    )
    .option(
      '--origin <origin>',
      'a web site of a publishable key, such as https://site.example; repeat it for several',
      someOrigin,
      [],
    )
    .requiredOption(
      '--name <name>',
      'who the key is for; shown with their reviews and observations',
      someName,
    )
    .option('--days <days>', 'lifetime in days; never expires if omitted', wholeNumber(1, 9999))
    .action(async ({ name, role, scope, origin, publishable, days }: CreateOptions, command: Command) => {
      const read = readKeyRequest({
        name,
        kind: publishable ? 'publishable' : 'secret',
        roles: role,
        scopes: scope,
        origins: origin,
        ...(days !== undefined && { expiresInDays: days }),
      });
      if ('flaws' in read)
        command.error(
          read.flaws.map(({ field, message }) => `error: ${OPTION_OF[field]}: ${message}`).join('\n'),
        );
      else
        await withManager(async (manager) => {
          const made = await createKey(manager, read.wish, COMMAND_LINE);
          show(made, `Key for ${printable(made.key.name)} (${accessOf(made.key)}).`);
        });
    });
  key
    .command('list')
    .description('list all keys, without their secrets')
    .action(() =>
      withManager(async (manager) => {
        const keys = await listKeys(manager);
        console.log(
          keys.length === 0
            ? 'There are no keys yet. Create one: navigator key create --role administrator --name "…"'
            : keys.map(lineOf).join('\n'),
        );
      }),
    );
  key
    .command('rotate')
    .description(
      'give a key a new secret, shown only once; earlier secrets keep working for the overlap period',
    )
    .argument('<id>', 'id of the key, as `key list` shows it')
    .option(
      '--overlap <hours>',
      `overlap period, in hours from 0 (ends earlier secrets at once, as after a leak) to ${MAX_OVERLAP_HOURS}`,
      wholeNumber(0, MAX_OVERLAP_HOURS),
      DEFAULT_OVERLAP_HOURS,
    )
    .option(
      '--days <days>',
      'lifetime in days from now; the expiry does not change if omitted',
      wholeNumber(1, 9999),
    )
    .action((id: string, { overlap, days }: RotateOptions) =>
      withManager(async (manager) => {
        await existing(manager, id);
        const made = await rotateKey(
          manager,
          id,
          { overlapHours: overlap, ...(days !== undefined && { expiresAt: daysFromNow(days) }) },
          COMMAND_LINE,
        );
        if (typeof made === 'string')
          throw new KeyRefused(
            `This key ${made === 'revoked' ? 'is revoked' : 'has expired'} and cannot be rotated. Create another: navigator key create`,
          );
        const hours = overlap === 1 ? '1 hour' : `${overlap} hours`;
        const until = overlap === 0 ? 'no longer work' : `work for ${hours} more`;
        show(made, `New secret for ${printable(made.key.name)}; earlier secrets ${until}.`);
      }),
    );
  key
    .command('revoke')
    .description('revoke a key with all its secrets, at once on every process')
    .argument('<id>', 'id of the key, as `key list` shows it')
    .action((id: string) =>
      withManager(async (manager) => {
        await existing(manager, id);
        const revoked = await revokeKey(manager, id, COMMAND_LINE);
        console.log(revoked ? `Revoked: ${lineOf(revoked)}` : 'Already revoked.');
      }),
    );
  return key;
}

/** The option of each field of a request. */
const OPTION_OF = {
  name: '--name',
  kind: '--publishable',
  roles: '--role',
  scopes: '--scope',
  origins: '--origin',
  expiresInDays: '--days',
} as const;

async function existing(manager: EntityManager, id: string): Promise<ListedKey> {
  const key = UUID.test(id) ? await findKey(manager, id) : undefined;
  if (!key) throw new KeyRefused(`There is no key ${id}; \`key list\` shows all keys.`);
  return key;
}

/** Only the secret is written to standard output, so that a script can read it. */
function show({ token }: CreatedKey, sentence: string): void {
  console.error(`${sentence} Store it now: it is not shown again.`);
  console.log(token);
}

function lineOf(key: ListedKey): string {
  const { id, hint, name, createdAt, expiresAt, revokedAt, lastUsedAt, formerSecrets } = key;
  const used = lastUsedAt ? `last used ${lastUsedAt.toISOString().slice(0, 16)}Z` : 'never used';
  const former = formerSecrets.map(
    ({ hint: one, endsAt }) => `, ${one} until ${endsAt.toISOString().slice(0, 16)}Z`,
  );
  const state = revokedAt
    ? `revoked ${day(revokedAt)}`
    : expiresAt
      ? `expires ${day(expiresAt)}`
      : 'never expires';
  return `${id}  ${hint}  ${printable(name)} (${accessOf(key)}), created ${day(createdAt)}, ${used}${revokedAt ? '' : former.join('')}, ${state}`;
}

function accessOf({ kind, roles, scopes, origins }: ListedKey): string {
  const opens = [...roles, ...scopes].join(', ');
  return kind === 'publishable' ? `${opens} from ${origins.join(', ')}` : opens;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function listed<Word extends string>(
  words: readonly Word[],
  meaning: Readonly<Record<Word, string>>,
): string {
  return words.map((word) => `${word} (${meaning[word]})`).join(', ');
}

function oneOf<Word extends string>(words: readonly Word[]): (value: string, before: Word[]) => Word[] {
  return (value, before) => {
    const word = words.find((one) => one === value);
    if (!word) throw new InvalidArgumentError(`Use one of ${words.join(', ')}.`);
    return [...before, word];
  };
}

function someOrigin(value: string, before: string[]): string[] {
  const read = value.length > MAX_ORIGIN_LENGTH ? { flaw: 'is too long' } : readOrigin(value);
  if ('flaw' in read) throw new InvalidArgumentError(`It ${read.flaw}.`);
  return [...before, read.origin];
}

function someName(value: string): string {
  if (!isShownName(value) || flawOfText(value) !== undefined || value.length > 100)
    throw new InvalidArgumentError('A name has 1 to 100 characters in one line, with a letter or a digit.');
  return value.trim();
}
