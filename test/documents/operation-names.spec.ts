import { committedContract, type Located } from '../support/contract/contract.js';

/**
 * One verb for one act: the verb of an operation with this method. A POST that creates nothing is named after its act.
 */
const VERBS: Readonly<Record<string, readonly string[]>> = {
  GET: ['List', 'Get', 'Check'],
  PATCH: ['Update'],
  PUT: ['Replace'],
};
const { operations } = committedContract();

/** `reportsCreate` begins with a noun; its other words contain the verb. */
const wordsOf = ({ operationId }: Located) => operationId.split(/(?=[A-Z])/).slice(1);
const firstWordOf = ({ summary = '' }: Located) => /^[A-Z][a-z]+/.exec(summary)?.[0];

describe('Names and summaries of operations', () => {
  it.each(operations.map((operation) => [operation.operationId, operation] as const))(
    '%s: the summary begins with the verb of the name and is one short sentence',
    (_, operation) => {
      expect(wordsOf(operation)).toContain(firstWordOf(operation));
      expect(operation.summary!.length).toBeLessThanOrEqual(100);
      expect(operation.summary).not.toMatch(/[:;]/);
    },
  );

  it('are whole: the first sentence of the description, which closes every bracket and quotation it opens', () => {
    const count = (text: string, sign: string) => text.split(sign).length - 1;
    const cut = operations.filter(
      ({ summary = '', description = '' }) =>
        !/^\.(\s|$)/.test(description.slice(summary.length)) ||
        !description.startsWith(summary) ||
        !/[\w)`]$/.test(summary) ||
        count(summary, '(') !== count(summary, ')') ||
        count(summary, '`') % 2 === 1,
    );
    expect(cut.map(({ summary }) => summary)).toEqual([]);
  });

  it('have one verb for each method', () => {
    const others = Object.values(VERBS).flat();
    const wrong = operations.filter((operation) => {
      const verb = firstWordOf(operation)!;
      const isCreated = '201' in operation.responses;
      return operation.method === 'POST'
        ? others.includes(verb) || (verb === 'Create' && !isCreated)
        : !VERBS[operation.method]!.includes(verb);
    });
    expect(wrong.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('call a page of a collection a list', () => {
    const paged = operations.filter(({ parameters = [] }) => parameters.some(({ name }) => name === 'limit'));
    expect(paged.length).toBeGreaterThan(5);
    expect(paged.filter((operation) => firstWordOf(operation) !== 'List')).toEqual([]);
  });
});
