import { joinFacts, onlyFacts } from './fact-statements.js';

describe('merging statements about a program', () => {
  it('adds to a list, and a later statement about a code takes precedence', () => {
    expect(
      joinFacts(
        { services: { yes: ['childcare', 'aftercare'], no: ['outreach'] } },
        { services: { yes: ['outreach'], no: ['childcare'] } },
      ),
    ).toEqual({ services: { yes: ['aftercare', 'outreach'], no: ['childcare'] } });
  });

  it('lets a complete list replace an earlier one', () => {
    expect(
      joinFacts(
        { genders: { yes: ['man'], no: ['woman'], complete: true } },
        { genders: { yes: ['woman'], complete: true } },
      ),
    ).toEqual({ genders: { yes: ['woman'], complete: true } });
  });

  it('keeps medications that the later statement does not mention', () => {
    expect(
      joinFacts({ medications: { methadone: 'starts' } }, { medications: { naloxone: 'starts' } }),
    ).toEqual({ medications: { methadone: 'starts', naloxone: 'starts' } });
  });

  it('replaces any other fact and leaves the rest alone', () => {
    expect(joinFacts({ waitDays: 3, slidingFee: true }, { waitDays: 9 })).toEqual({
      waitDays: 9,
      slidingFee: true,
    });
  });

  it('takes out only the facts asked for', () => {
    expect(
      onlyFacts({ waitDays: 0, slidingFee: false, faithBased: true }, ['waitDays', 'slidingFee']),
    ).toEqual({
      waitDays: 0,
      slidingFee: false,
    });
  });
});
