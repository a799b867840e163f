/** The schema of a response field with a value of any kind, by what it is about. */
export const ANY_VALUE = {
  anyOf: [
    { type: 'boolean' },
    { type: 'number' },
    { type: 'string' },
    { type: 'array', items: {} },
    { type: 'object', additionalProperties: true },
  ],
};

/** The same, for a value that may be absent. */
export const ANY_VALUE_OR_NULL = { anyOf: [...ANY_VALUE.anyOf, { type: 'null' }] };
