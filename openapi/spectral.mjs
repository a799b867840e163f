/**
 * What `npm run openapi:lint` asks of the document beside Redocly's rules: all of `spectral:oas` and of OWASP's API
 * Security Top 10, with the exceptions below, each for a reason.
 */
import { oas } from '@stoplight/spectral-rulesets';
import owasp from '@stoplight/spectral-owasp-ruleset';

/** Where requests are described, once every reference is resolved: parameters, and all within a body. */
const REQUESTS = ['$.paths[*][*].parameters', '$.paths[*][*].requestBody'];

/** Where schemas stand, and no example, in which a field may be called `type`. */
const SCHEMAS = [
  ...REQUESTS,
  '$.components.schemas',
  '$.components.headers',
  '$.paths[*][*].responses[*].content[*].schema',
];

/** An OWASP rule on the schemas of one type, asked of these places alone. */
function within(places, name, type) {
  const isOne = `@.type=="${type}"`;
  const isOneOfThem = `(@.type && @.type.constructor.name === "Array" && @.type.includes("${type}"))`;
  return {
    ...owasp.rules[name],
    given: places.map((place) => `${place}..[?(@ && (${isOne} || ${isOneOfThem}))]`),
  };
}

/** An OWASP rule on the answers of operations; as shipped it also takes a field that is called `responses` for them. */
function ofOperations(name) {
  return { ...owasp.rules[name], given: '$.paths[*][*].responses' };
}

export default {
  extends: [[oas, 'all'], owasp],
  rules: {
    // Of the optional rules of OpenAPI these three: our licence is named by its SPDX identifier, which excludes an
    // address; the project has no address of its own yet; tags stand in the order of reading, matches first.
    'license-url': 'off',
    'contact-properties': 'off',
    'openapi-tags-alphabetical': 'off',
    // A bound protects who reads. We read requests, and every list and text of one is bounded. An answer holds what
    // the directory holds: a length made up for it would be a promise that nobody keeps.
    'owasp:api4:2023-array-limit': within(REQUESTS, 'owasp:api4:2023-array-limit', 'array'),
    'owasp:api4:2023-string-limit': within(REQUESTS, 'owasp:api4:2023-string-limit', 'string'),
    'owasp:api4:2023-string-restricted': within(REQUESTS, 'owasp:api4:2023-string-restricted', 'string'),
    // A whole number is one in a schema, not in an example of FHIR.
    'owasp:api4:2023-integer-limit': within(SCHEMAS, 'owasp:api4:2023-integer-limit', 'integer'),
    'owasp:api4:2023-integer-format': within(SCHEMAS, 'owasp:api4:2023-integer-format', 'integer'),
    'owasp:api4:2023-rate-limit-responses-429': ofOperations('owasp:api4:2023-rate-limit-responses-429'),
    'owasp:api8:2023-define-error-responses-401': ofOperations('owasp:api8:2023-define-error-responses-401'),
    'owasp:api8:2023-define-error-responses-500': ofOperations('owasp:api8:2023-define-error-responses-500'),
    'owasp:api8:2023-define-error-validation': ofOperations('owasp:api8:2023-define-error-validation'),
  },
};
