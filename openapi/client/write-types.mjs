/**
 * Writes the types of the client, `schema.d.ts`, from `openapi/openapi.json`; with `--check` it compares instead, and
 * exits 1 when they are out of step. Examples of whole bodies are left to the document: as comments they would be most
 * of the file.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTypes, { astToString, COMMENT_HEADER } from 'openapi-typescript';

const DOCUMENT = new URL('../openapi.json', import.meta.url);
const TYPES = new URL('schema.d.ts', import.meta.url);

/** A part of the document without the examples of its media types. */
function withoutBodies(part) {
  if (Array.isArray(part)) return part.map(withoutBodies);
  if (typeof part !== 'object' || part === null) return part;
  const { example, ...others } = part;
  const isMediaType = example !== undefined && 'schema' in part && !('in' in part);
  const kept = isMediaType || example === undefined ? others : part;
  return Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, withoutBodies(value)]));
}

const document = withoutBodies(JSON.parse(readFileSync(DOCUMENT, 'utf8')));
const types = `${COMMENT_HEADER}${astToString(await openapiTypes(document))}`;
if (!process.argv.includes('--check')) {
  writeFileSync(TYPES, types);
} else if (!existsSync(TYPES) || readFileSync(TYPES, 'utf8') !== types) {
  console.error(
    'openapi/client/schema.d.ts is out of step with openapi/openapi.json: run npm run openapi:write',
  );
  process.exitCode = 1;
}
