import { readFileSync } from 'node:fs';

/** Variables whose value may stand in a file, as the secrets of containers do: `DATABASE_URL_FILE` names it. */
export const SECRETS = ['DATABASE_URL', 'DATABASE_URLS', 'REDIS_URL', 'WEBHOOK_SECRET_KEY'] as const;

/**
 * The environment with the content of secret files in the place of their names, and one sentence for each that cannot be
 * used. Nothing of a content is in a sentence.
 */
export function withSecretFiles(source: NodeJS.ProcessEnv): {
  source: NodeJS.ProcessEnv;
  problems: string[];
} {
  const read: NodeJS.ProcessEnv = { ...source };
  const problems: string[] = [];
  for (const name of SECRETS) {
    const variable = `${name}_FILE`;
    const file = source[variable]?.trim() ?? '';
    if (file === '') continue;
    if ((source[name]?.trim() ?? '') !== '') {
      problems.push(`${variable} and ${name} are both set: leave one out.`);
      continue;
    }
    const found = contentOf(file);
    if ('flaw' in found) problems.push(`${variable} is ${JSON.stringify(file)}: the file ${found.flaw}.`);
    else read[name] = found.content;
  }
  return { source: read, problems };
}

function contentOf(file: string): { content: string } | { flaw: string } {
  try {
    const content = readFileSync(file, 'utf8').trim();
    return content === '' ? { flaw: 'is empty; write the value into it' } : { content };
  } catch (error) {
    return {
      flaw: `cannot be read (${(error as NodeJS.ErrnoException).code}); name one that this account can read`,
    };
  }
}
