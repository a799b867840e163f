import { itemsOf, nextOf, withAnswers, withField, withNeed } from './answering.js';

describe('The body of a visit', () => {
  it('takes the answer to a need at the field that the question names', () => {
    const question = { id: 'place', field: 'constraints.near.postalCode' } as Parameters<typeof withNeed>[1];
    expect(withNeed({ client: { age: 41 } }, question, '06511')).toEqual({
      client: { age: 41 },
      constraints: { near: { postalCode: '06511' } },
    });
  });

  it('takes how earlier care ended as a list of episodes, and none as none', () => {
    const question = { id: 'tried', field: 'history', answer: 'outcomes' } as Parameters<typeof withNeed>[1];
    expect(withNeed({}, question, ['dropped_out', 'helped'])).toEqual({
      history: [{ outcome: 'dropped_out' }, { outcome: 'helped' }],
    });
    expect(withNeed({}, question, [])).toEqual({ history: [] });
  });

  it('says what the client would rather not say, and leaves it unknown', () => {
    const question = { id: 'payers', field: 'constraints.payers' } as Parameters<typeof withNeed>[1];
    expect(withNeed({}, question, undefined)).toEqual({ assessment: { skipped: [{ need: 'payers' }] } });
  });

  it('takes a field out again, without its neighbours', () => {
    const need = { constraints: { near: { postalCode: '06511' }, needsChildcare: true } };
    expect(withField(need, 'constraints.near', undefined)).toEqual({ constraints: { needsChildcare: true } });
  });

  it('sends the answers of an instrument together, and names the items that were skipped', () => {
    const question = { instrument: 'phq-2', items: [] } as unknown as Parameters<typeof withAnswers>[1];
    expect(withAnswers({}, question, { phq1: 2, phq2: undefined })).toEqual({
      assessment: {
        responses: [{ instrument: 'phq-2', answers: { phq1: 2 } }],
        skipped: [{ instrument: 'phq-2', items: ['phq2'] }],
      },
    });
  });
});

describe('What is asked next', () => {
  const item = (id: string, more: object = {}) => ({ id, askOf: null, after: null, afterAny: [], ...more });
  const question = (...items: object[]) =>
    ({ instrument: 'risk-check', items }) as unknown as Parameters<typeof itemsOf>[0];

  it('is the first item without an answer, one at a time', () => {
    const assessed = { next: question(item('a'), item('b')), needQuestions: [] } as never;
    expect(nextOf(assessed, {}, {})).toMatchObject({ item: { id: 'a' }, part: 1, parts: 2 });
    expect(nextOf(assessed, { a: undefined }, {})).toMatchObject({ item: { id: 'b' }, part: 2 });
    expect(nextOf(assessed, { a: 1, b: 1 }, {})).toBeUndefined();
  });

  it('leaves out an item whose condition is not met', () => {
    const after = { item: 'a', is: ['yes'] };
    const asked = question(item('a'), item('b', { after }));
    expect(itemsOf(asked, { a: 'no' }).map(({ id }) => id)).toEqual(['a']);
    expect(itemsOf(asked, { a: 'yes' }).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
