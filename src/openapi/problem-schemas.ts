/** The schemas of errors: problems, and what FHIR has in their place. */

export const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem details: the shape of every error.',
  required: ['type', 'title', 'status', 'detail', 'requestId'],
  properties: {
    type: {
      type: 'string',
      format: 'uri',
      description: 'Stable name of the kind of problem',
      example: 'urn:treatment-navigator:problem:validation',
    },
    title: { type: 'string', example: 'The request is not valid' },
    status: { type: 'integer', minimum: 400, maximum: 599, example: 400 },
    detail: {
      type: 'string',
      description: 'What happened in this case, in one sentence',
      example: '/constraints/maxDistanceKM: unknown field; did you mean "maxDistanceKm"?',
    },
    requestId: {
      type: 'string',
      description: 'Also in X-Request-Id; identifies the log lines of this request',
      example: '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e',
    },
    errors: {
      type: 'array',
      description: 'Every invalid field or parameter, at most 50',
      items: { $ref: '#/components/schemas/FieldError' },
    },
  },
};

export const FIELD_ERROR = {
  type: 'object',
  description: 'One invalid value in a request.',
  required: ['message'],
  properties: {
    pointer: {
      type: 'string',
      format: 'json-pointer',
      description: 'JSON Pointer into the body; the empty string is the body itself',
      example: '/constraints/maxDistanceKM',
    },
    parameter: { type: 'string', description: 'Name of a query or path parameter', example: 'limit' },
    message: { type: 'string', example: 'unknown field; did you mean "maxDistanceKm"?' },
    suggestion: {
      type: 'string',
      description: 'What was probably meant, if there is a close match',
      example: 'maxDistanceKm',
    },
  },
};

export const PROBLEM_SCHEMA = { $ref: '#/components/schemas/Problem' };

/** A FHIR R4 OperationOutcome: the shape of every error of FHIR. */
export const OPERATION_OUTCOME = {
  type: 'object',
  description: 'A FHIR R4 OperationOutcome: the shape of every error at an address of FHIR.',
  required: ['resourceType', 'issue'],
  properties: {
    resourceType: { type: 'string', const: 'OperationOutcome' },
    issue: {
      type: 'array',
      description: 'One for each invalid value',
      items: {
        type: 'object',
        required: ['severity', 'code', 'diagnostics'],
        properties: {
          severity: { type: 'string', example: 'error' },
          code: {
            type: 'string',
            description: 'A code of http://hl7.org/fhir/issue-type',
            example: 'invalid',
          },
          details: { type: 'object', additionalProperties: true },
          diagnostics: { type: 'string', example: '_count: must be a whole number from 0 to 200' },
        },
      },
    },
  },
};

/** A problem that names the violated policies of `RateLimit-Policy`. */
export const OVER_ITS_RATE = {
  allOf: [
    PROBLEM_SCHEMA,
    {
      type: 'object',
      properties: {
        'violated-policies': { type: 'array', items: { type: 'string' }, example: ['public'] },
      },
    },
  ],
};
