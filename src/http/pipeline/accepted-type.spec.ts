import { acceptedType } from './accepted-type.js';

const JSON_TYPE = 'application/json';
const FHIR_TYPE = 'application/fhir+json';

describe('An Accept header', () => {
  it.each([
    undefined,
    '',
    '*/*',
    'application/json',
    'APPLICATION/JSON',
    'application/*;q=0.1',
    'text/html,application/xhtml+xml,*/*;q=0.8',
    'text/html;q=0, application/json; q=1',
  ])('leaves room for JSON: %s', (accept) => {
    expect(acceptedType(accept, [JSON_TYPE])).toBe(JSON_TYPE);
  });

  it.each([
    'text/html',
    'application/json;q=0, */*',
    'application/xml, text/*',
    '*/*;q=0',
    'json',
    'application/json;q=high',
  ])('excludes JSON: %s', (accept) => {
    expect(acceptedType(accept, [JSON_TYPE])).toBeUndefined();
  });

  it.each([
    [undefined, FHIR_TYPE],
    ['*/*', FHIR_TYPE],
    ['application/*', FHIR_TYPE],
    ['application/json, application/fhir+json', FHIR_TYPE],
    ['application/fhir+json; fhirVersion=4.0', FHIR_TYPE],
    ['application/fhir+json;q=0, */*', JSON_TYPE],
    ['application/json', JSON_TYPE],
    ['application/json, */*;q=0.8', JSON_TYPE],
    ['application/fhir+xml, application/fhir+json;q=0.5', FHIR_TYPE],
    ['application/fhir+xml', undefined],
    ['application/fhir+json;q=0', undefined],
  ])('takes the wanted one of two types, the first of equals: %s', (accept, type) => {
    expect(acceptedType(accept, [FHIR_TYPE, JSON_TYPE])).toBe(type);
  });
});
