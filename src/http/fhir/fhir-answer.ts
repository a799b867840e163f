import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptedType } from '../pipeline/accepted-type.js';
import { FHIR_JSON } from '../pipeline/request-guard.js';
import { Problem } from '../problem.js';
import { fieldsOf } from '../validation/field-rule.js';
import { shorten } from '../validation/json-pointer.js';

const PLAIN_JSON = 'application/json';
const RESOURCE = {
  type: 'object' as const,
  required: ['resourceType'],
  properties: { resourceType: { type: 'string' as const } },
  additionalProperties: true,
};

/** The extension of an operation that leaves out of account what it does not know, and says so. */
export const IGNORES_UNKNOWN = 'x-ignores-unknown-parameters';

/** For the document: a FHIR resource, or a Bundle of them, by the name of its page at hl7.org. */
export function fhirContent(name: string) {
  const schema = { ...RESOURCE, externalDocs: { url: `https://hl7.org/fhir/R4/${name.toLowerCase()}.html` } };
  return { [FHIR_JSON]: { schema }, [PLAIN_JSON]: { schema } };
}

/** FHIR's own JSON type, unless the client prefers plain JSON; caches keep the two apart. */
export function answerAsFhir({ headers }: FastifyRequest, reply: FastifyReply): void {
  const type = acceptedType(headers.accept, [FHIR_JSON, PLAIN_JSON]) ?? FHIR_JSON;
  void reply.header('vary', 'accept').type(`${type}; charset=utf-8`);
}

/**
 * The parameters of a search that its class does not declare. FHIR asks a server to ignore them unless the client wants it
 * strict (R4, 3.1.1.4.21).
 *
 * @throws Problem 400 by `Prefer: handling=strict`
 */
export function ignoredBy(
  searchClass: Function,
  given: object,
  { headers }: Pick<FastifyRequest, 'headers'>,
): string[] {
  const known = fieldsOf(searchClass);
  const ignored = Object.keys(given)
    .filter((name) => !known.includes(name))
    .map(shorten);
  const isStrict = /\bhandling\s*=\s*strict\b/i.test([headers['prefer'] ?? ''].flat().join(','));
  if (isStrict && ignored.length > 0)
    throw Problem.badRequest(
      ignored.map((parameter) => ({ parameter, message: 'unknown parameter; see GET /fhir/metadata' })),
    );
  return ignored;
}
