import { exactSchemas } from './exact-schemas.js';

describe('The schemas of the document', () => {
  it('say how wide a whole number is, and within which bounds', () => {
    expect(exactSchemas({ type: 'integer' })).toEqual({
      type: 'integer',
      format: 'int32',
      minimum: -2_147_483_648,
      maximum: 2_147_483_647,
    });
    expect(exactSchemas({ type: ['integer', 'null'], minimum: 1, maximum: 2 ** 40 })).toEqual({
      type: ['integer', 'null'],
      format: 'int64',
      minimum: 1,
      maximum: 2 ** 40,
    });
  });

  it('say how long a UUID and a date are', () => {
    expect(exactSchemas({ type: 'string', format: 'uuid' })).toEqual({
      type: 'string',
      format: 'uuid',
      maxLength: 36,
    });
    expect(exactSchemas({ items: { type: ['string', 'null'], format: 'date' } })).toEqual({
      items: { type: ['string', 'null'], format: 'date', maxLength: 10 },
    });
    expect(exactSchemas({ type: 'string' })).toEqual({ type: 'string' });
  });

  it('describe a reference without wrapping it', () => {
    expect(exactSchemas({ description: 'Which.', allOf: [{ $ref: '#/a' }] })).toEqual({
      description: 'Which.',
      $ref: '#/a',
    });
    const two = { allOf: [{ $ref: '#/a' }, { $ref: '#/b' }] };
    expect(exactSchemas(two)).toEqual(two);
  });

  it('leave examples and codes unchanged, and recognise a field named example', () => {
    const given = { type: 'object', example: { type: 5, allOf: [{ a: 1 }] }, enum: [{ allOf: [1] }] };
    expect(exactSchemas(given)).toEqual(given);
    expect(exactSchemas({ properties: { example: { type: 'string', format: 'date' } } })).toEqual({
      properties: { example: { type: 'string', format: 'date', maxLength: 10 } },
    });
  });
});
