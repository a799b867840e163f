import type { FieldError, Problem, ProblemKind } from '../problem.js';

/** The kind of an issue, by the codes of http://hl7.org/fhir/issue-type. */
const ISSUE_TYPES: Readonly<Record<ProblemKind, string>> = {
  'malformed-request': 'structure',
  validation: 'invalid',
  unauthorized: 'login',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  'method-not-allowed': 'not-supported',
  'not-acceptable': 'not-supported',
  'request-timeout': 'timeout',
  conflict: 'conflict',
  gone: 'deleted',
  'precondition-failed': 'conflict',
  'payload-too-large': 'too-long',
  'uri-too-long': 'too-long',
  'unsupported-media-type': 'not-supported',
  unprocessable: 'processing',
  'precondition-required': 'required',
  'too-many-requests': 'throttled',
  'expectation-failed': 'not-supported',
  'headers-too-large': 'too-long',
  internal: 'exception',
  unavailable: 'transient',
};

/** The code system of our kinds of problems. */
const PROBLEMS = 'urn:treatment-navigator:problem';

/** An issue of a FHIR R4 OperationOutcome. */
export interface OutcomeIssue {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly details: object;
  readonly diagnostics: string;
}

export interface OperationOutcome {
  readonly resourceType: 'OperationOutcome';
  readonly issue: readonly OutcomeIssue[];
}

/** A problem as FHIR says it: one issue for each invalid value, which names it and the fix. */
export function outcomeOf(problem: Problem, title: string): OperationOutcome {
  const { kind, detail, errors } = problem;
  const said = errors.length > 0 ? errors.map(sentenceOf) : [detail];
  return {
    resourceType: 'OperationOutcome',
    issue: said.map((diagnostics) => ({
      severity: 'error',
      code: ISSUE_TYPES[kind],
      details: { coding: [{ system: PROBLEMS, code: kind }], text: title },
      diagnostics,
    })),
  };
}

/** What a search did not use, and says so: FHIR's way to be lenient. */
export function ignoredParameters(names: readonly string[]): OperationOutcome {
  return {
    resourceType: 'OperationOutcome',
    issue: names.map((name) => ({
      severity: 'warning',
      code: 'not-supported',
      details: { text: 'Parameter ignored' },
      diagnostics: `${name}: unknown parameter; see GET /fhir/metadata. Prefer: handling=strict refuses it.`,
    })),
  };
}

function sentenceOf({ parameter, pointer, message }: FieldError): string {
  const place = parameter ?? pointer;
  return place === undefined || place === '' ? message : `${place}: ${message}`;
}
