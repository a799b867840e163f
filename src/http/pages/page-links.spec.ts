import { nextPageLink } from './page-links.js';

describe('The link to the next page', () => {
  it('keeps the question and adds the cursor', () => {
    expect(nextPageLink('/v1/programs?state=CT&payer=a&payer=b', 'x.y')).toBe(
      '</v1/programs?state=CT&payer=a&payer=b&cursor=x.y>; rel="next"',
    );
  });

  it('replaces the cursor of the present page', () => {
    expect(nextPageLink('/v1/programs?cursor=old&limit=5', 'new')).toBe(
      '</v1/programs?cursor=new&limit=5>; rel="next"',
    );
  });

  it('cannot be broken out of', () => {
    const link = nextPageLink('/v1/programs?q=a>;rel="x"', 'c');
    expect(link.match(/[<>]/g)).toEqual(['<', '>']);
  });
});
