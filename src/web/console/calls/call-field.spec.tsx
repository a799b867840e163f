import { callFieldOf, valueOf } from './call-field.js';

const list = { type: 'array', items: { type: 'string', enum: ['medicaid', 'private'] } };

describe('The field for what a place says', () => {
  it.each([
    [{ type: 'boolean' }, { kind: 'yes-no' }],
    [
      { type: 'integer', minimum: 0, maximum: 365 },
      { kind: 'number', least: 0, most: 365 },
    ],
    [
      { type: 'string', enum: ['a', 'b'] },
      { kind: 'choice', codes: ['a', 'b'] },
    ],
    [
      { type: 'object', properties: { yes: list, no: list } },
      { kind: 'list', codes: ['medicaid', 'private'] },
    ],
    [{ type: 'array', items: { type: 'object' } }, { kind: 'none' }],
  ])('is that of its schema: %j', (schema, field) => {
    expect(callFieldOf({ schema })).toEqual(field);
  });

  it('has no value until something was said: nothing is no answer, and no is one', () => {
    const yesNo = callFieldOf({ schema: { type: 'boolean' } });
    expect([valueOf(yesNo, {}), valueOf(yesNo, { text: 'no' }), valueOf(yesNo, { text: 'yes' })]).toEqual([
      undefined,
      false,
      true,
    ]);
    const days = callFieldOf({ schema: { type: 'integer', minimum: 0, maximum: 365 } });
    expect(['', '0', '14', '400', '-1', '2.5', 'soon'].map((text) => valueOf(days, { text }))).toEqual([
      undefined,
      0,
      14,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const payers = callFieldOf({ schema: { type: 'object', properties: { yes: list, no: list } } });
    expect(valueOf(payers, {})).toBeUndefined();
    expect(valueOf(payers, { yes: ['medicaid'] })).toEqual({ yes: ['medicaid'] });
    expect(valueOf(payers, { yes: ['medicaid'], no: ['private'] })).toEqual({
      yes: ['medicaid'],
      no: ['private'],
    });
    expect(valueOf(payers, { yes: ['medicaid'], no: ['medicaid'] })).toBeUndefined();
  });
});
