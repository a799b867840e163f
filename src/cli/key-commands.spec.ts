import { Command, CommanderError } from 'commander';
import { keyCommands } from './key-commands.js';

/** The error of commander for a call, before any database is opened. */
async function refusalOf(args: readonly string[]): Promise<{ code: string; said: string }> {
  let said = '';
  const commands = keyCommands(() => Promise.reject(new Error('The database was asked.')));
  const everyone = (command: Command): Command[] => [command, ...command.commands.flatMap(everyone)];
  for (const one of everyone(commands))
    one.exitOverride().configureOutput({ writeErr: (text) => void (said += text) });
  try {
    await commands.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return { code: error.code, said };
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('navigator key create', () => {
  it.each([
    ['without a role', ['--name', 'Ann'], '--role'],
    ['with an unknown role', ['--role', 'king', '--name', 'Ann'], 'author, reviewer'],
    ['without a name', ['--role', 'author'], '--name'],
    ['with a blank name', ['--role', 'author', '--name', ' '], '1 to 100 characters'],
    ['without anything to open', ['--name', 'Ann'], 'or scopes are missing'],
    ['with an unknown scope', ['--scope', 'write', '--name', 'Site'], 'read, match, changes'],
    ['for a page without a site', ['--publishable', '--name', 'Site'], '--origin'],
    [
      'for a page with a role',
      ['--publishable', '--origin', 'https://a.example', '--role', 'coach', '--name', 'Site'],
      'can be read by anyone',
    ],
    [
      'for a site that is none',
      ['--publishable', '--origin', 'a.example', '--name', 'Site'],
      'https://site.example',
    ],
    [
      'with a site and no page',
      ['--origin', 'https://a.example', '--scope', 'read', '--name', 'Site'],
      'publishable',
    ],
    ['for no days', ['--role', 'author', '--name', 'Ann', '--days', '0'], 'whole number'],
  ])('%s is refused, with the fix, before a database is opened', async (_what, args, fix) => {
    expect((await refusalOf(['create', ...args])).said).toContain(fix);
  });
});

describe('navigator key rotate', () => {
  it.each(['-1', '721', 'long', '1.5'])('is refused for an overlap of %s hours', async (hours) => {
    expect((await refusalOf(['rotate', 'id', `--overlap=${hours}`])).said).toContain('from 0 to 720');
  });
});
