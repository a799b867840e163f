import { format, resolveConfig } from 'prettier';

/** A value as a committed JSON file of this project is formatted. */
export async function formattedJson(value: unknown, path: string): Promise<string> {
  return format(JSON.stringify(value, null, 2), { ...(await resolveConfig(path)), parser: 'json' });
}
