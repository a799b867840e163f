import { MEDICATION_STANCES, MEDICATIONS } from '../vocabulary/medications.js';
import { type FactDefinition, type FactTable, isListed, type OpenCodes } from './fact-definition.js';
import { FACTS } from './facts.js';

type JsonSchema = Readonly<Record<string, unknown>>;

/** JSON Schema of what a source may state of these facts. */
export function factsSchema(facts: FactTable) {
  return {
    $id: 'stated-facts',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, schemaOf(fact)])),
  } as const;
}

/** JSON Schema of `StatedFacts`, against which the facts of every source are validated before they are stored. */
export const STATED_FACTS_SCHEMA = factsSchema(FACTS);

function schemaOf(fact: FactDefinition): JsonSchema {
  switch (fact.kind) {
    case 'list':
      return list(codeSchema(fact.codes));
    case 'flag':
      return { type: 'boolean' };
    case 'code':
      return codeSchema(fact.codes);
    case 'value':
      return fact.schema;
    case 'medications':
      return {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(MEDICATIONS.map((code) => [code, codeSchema(MEDICATION_STANCES)])),
      };
  }
}

function codeSchema(codes: readonly string[] | OpenCodes): JsonSchema {
  return isListed(codes) ? { type: 'string', enum: codes } : { type: 'string', ...codes };
}

function list(code: JsonSchema): JsonSchema {
  const some = { type: 'array', items: code, uniqueItems: true, maxItems: 200 };
  return {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: { yes: some, no: some, maybe: some, complete: { type: 'boolean' } },
  };
}
