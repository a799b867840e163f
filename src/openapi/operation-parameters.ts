import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsIn } from './operations-in.js';

interface Schema {
  $ref?: string;
  type?: string;
  items?: Schema;
  enum?: unknown[];
  [keyword: string]: unknown;
}
interface Parameter {
  name: string;
  in: string;
  description?: string;
  schema?: Schema;
  [field: string]: unknown;
}

const ACCEPT_LANGUAGE = {
  name: 'Accept-Language',
  in: 'header',
  required: false,
  description: 'Language of the sentences: English or Spanish (RFC 9110 §12.5.4); codes are never translated',
  schema: { type: 'string', maxLength: 200, pattern: '^[A-Za-z0-9*,;=. -]+$' },
  example: 'es, en;q=0.5',
};

/** Completes every parameter: descriptions for obvious ones, bounds of lists of codes. */
export function completeParameters(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  for (const { path, operation } of operationsIn<{ parameters?: Parameter[] }>(document))
    for (const parameter of operation.parameters ?? []) completeParameter(path, parameter, schemas);
}

function completeParameter(path: string, parameter: Parameter, schemas: Record<string, Schema>): void {
  if (parameter.in === 'header' && parameter.name.toLowerCase() === 'accept-language')
    Object.assign(parameter, ACCEPT_LANGUAGE);
  if (parameter.in === 'path') parameter.description ??= wordsOf(path, parameter.name);
  const { schema } = parameter;
  const listed = schema?.type === 'array' ? schema.items?.$ref : undefined;
  if (!schema || listed === undefined) return;
  // Bounds of a list are lost if its codes have a name in the document.
  const codes = schemas[listed.split('/').at(-1) ?? '']?.enum ?? [];
  parameter.schema = { minItems: 1, maxItems: codes.length, uniqueItems: true, ...schema };
}

/** `/v1/programs/{id}`: `Id of the program`. */
function wordsOf(path: string, name: string): string {
  const above = path.split('/').at(path.split('/').indexOf(`{${name}}`) - 1) ?? '';
  const thing = above
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|x)es$/, '$1')
    .replace(/s$/, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const what = name.replace(/^.*(Id)$/, '$1');
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} of the ${thing}`;
}
