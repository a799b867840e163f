/** The schema of a field of an answer that holds a value of any kind, by what it is about. */
export const ANY_VALUE = {
  anyOf: [
    { type: 'boolean' },
    { type: 'number' },
    { type: 'string' },
    { type: 'array', items: {} },
    { type: 'object', additionalProperties: true },
  ],
};

/** The same, where there may be none. */
export const ANY_VALUE_OR_NULL = { anyOf: [...ANY_VALUE.anyOf, { type: 'null' }] };
