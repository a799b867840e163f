import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AnySchemaObject, ValidateFunction } from 'ajv';
import { projectFolder } from '../../config/project-folder.js';
import { type RowIssue, rowIssue } from '../import-run/row-issue.js';
import type { ReceivedService } from './hsds-objects.js';

const FOLDER = join(projectFolder, 'seed-data', 'hsds-3.1');
/** Faults of one service that are named; a service of another shape has hundreds. */
const MOST_FAULTS = 20;
const load = createRequire(import.meta.url);
let compiled: ValidateFunction<ReceivedService> | undefined;

/** What the published schemas of HSDS 3.1 find wrong with a service: each fault with its JSON pointer. */
export function faultsOfService(value: unknown): RowIssue[] {
  compiled ??= compile();
  if (compiled(value)) return [];
  return (compiled.errors ?? []).slice(0, MOST_FAULTS).map(({ instancePath, message, params, data }) => {
    const missing = (params as { missingProperty?: string }).missingProperty;
    const pointer = missing === undefined ? instancePath : `${instancePath}/${missing}`;
    const what = missing === undefined ? (message ?? 'is not valid') : 'is missing';
    const shown = missing === undefined ? (JSON.stringify(data) ?? '') : '';
    const allowed = (params as { allowedValues?: readonly string[] }).allowedValues;
    const sentence = `${pointer || 'The service'} ${what}${allowed ? `: ${allowed.join(', ')}` : ''}. The service is skipped.`;
    return rowIssue('not-by-schema', pointer || '/', shown, sentence);
  });
}

/** The schemas are loaded when the first service is read. */
function compile(): ValidateFunction<ReceivedService> {
  const { Ajv } = load('ajv') as typeof import('ajv');
  const { default: addFormats } = load('ajv-formats') as typeof import('ajv-formats');
  const ajv = new Ajv({ strict: false, allErrors: true, verbose: true, code: { optimize: false } });
  addFormats.default(ajv);
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json')))
    ajv.addSchema(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as AnySchemaObject, file);
  return ajv.getSchema<ReceivedService>('service.json')!;
}
