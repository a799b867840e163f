import { type KnownWork, matchWork } from './same-work.js';

const work = (id: string, given: Partial<KnownWork>): KnownWork => ({
  id,
  doi: null,
  pmid: null,
  cochrane: null,
  year: null,
  ...given,
});
const record = (given: Partial<KnownWork>) => work('record', given);

const TRIAL = work('trial', { doi: '10.1000/Trial.1', pmid: '111' });
const REVIEW_2014 = work('review-2014', {
  doi: '10.1002/14651858.CD000001.pub2',
  cochrane: 'CD000001',
  year: 2014,
});
const REVIEW_2020 = work('review-2020', {
  doi: '10.1002/14651858.CD000001.pub3',
  cochrane: 'CD000001',
  year: 2020,
});

describe('A record of a file', () => {
  it.each([
    ['DOI, whatever its case', { doi: '10.1000/trial.1' }],
    ['PubMed number', { pmid: '111' }],
    ['both', { doi: '10.1000/trial.1', pmid: '111' }],
    ['DOI, also where it knows a Cochrane number more', { doi: '10.1000/trial.1', cochrane: 'CD000002' }],
  ])('is of the work that has its %s', (_what, given) => {
    expect(matchWork(record(given), [TRIAL, REVIEW_2014])).toEqual({ known: TRIAL });
  });

  it('is of no known work if none shares an identifier', () => {
    expect(matchWork(record({ doi: '10.1000/other', pmid: '222' }), [TRIAL, REVIEW_2014]).known).toBe(
      undefined,
    );
  });

  it('that matches two known works is of neither, and the answer names both', () => {
    const other = work('other', { pmid: '222' });
    expect(matchWork(record({ doi: '10.1000/trial.1', pmid: '222' }), [TRIAL, other])).toEqual({
      flaw: 'has identifiers of different citations, trial and other; correct one of them',
      ids: ['trial', 'other'],
    });
  });

  it('that agrees in one identifier and differs in another is not the same work', () => {
    expect(matchWork(record({ doi: '10.1000/other', pmid: '111' }), [TRIAL])).toEqual({
      flaw: 'is citation trial by one identifier, but that has the DOI 10.1000/Trial.1, not 10.1000/other; correct one of them',
      ids: ['trial'],
    });
  });

  it('with a Cochrane number alone is of the only version known', () => {
    expect(matchWork(record({ cochrane: 'CD000001' }), [REVIEW_2014])).toEqual({ known: REVIEW_2014 });
  });

  it.each([
    ['another DOI', { cochrane: 'CD000001', doi: '10.1002/14651858.cd000001.pub4' }],
    ['another year', { cochrane: 'CD000001', year: 2023 }],
  ])('with the Cochrane number of a review and %s is a version of its own', (_what, given) => {
    expect(matchWork(record(given), [REVIEW_2014, REVIEW_2020])).toEqual({ known: undefined });
  });

  it('with a Cochrane number is identified by its year', () => {
    expect(matchWork(record({ cochrane: 'CD000001', year: 2020 }), [REVIEW_2014, REVIEW_2020])).toEqual({
      known: REVIEW_2020,
    });
  });

  it('with a Cochrane number of several versions and nothing else is refused with the fix', () => {
    expect(matchWork(record({ cochrane: 'CD000001' }), [REVIEW_2014, REVIEW_2020])).toEqual({
      flaw: 'is a Cochrane review with several known versions, review-2014 and review-2020; give the DOI or the PMID of the right one',
      ids: ['review-2014', 'review-2020'],
    });
  });
});
