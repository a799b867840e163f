import { withoutNullable } from './nullable-schemas.js';

describe('A schema that allows null', () => {
  it('says so with its type', () => {
    expect(withoutNullable({ type: 'string', nullable: true, description: 'A word' })).toEqual({
      type: ['string', 'null'],
      description: 'A word',
    });
  });

  it('lists null among its values', () => {
    expect(withoutNullable({ type: 'string', enum: ['a'], nullable: true })).toEqual({
      type: ['string', 'null'],
      enum: ['a', null],
    });
  });

  it('offers null as an alternative to a reference, wherever that is', () => {
    expect(
      withoutNullable({
        properties: {
          near: { nullable: true, allOf: [{ $ref: '#/x' }] },
          far: { $ref: '#/y', nullable: false },
        },
      }),
    ).toEqual({
      properties: { near: { anyOf: [{ allOf: [{ $ref: '#/x' }] }, { type: 'null' }] }, far: { $ref: '#/y' } },
    });
  });

  it('is not mistaken for one with a field of that name', () => {
    const schema = { properties: { nullable: { type: 'boolean' } } };
    expect(withoutNullable(schema)).toEqual(schema);
  });
});
