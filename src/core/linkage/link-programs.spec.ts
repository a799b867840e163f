import * as fc from 'fast-check';
import { readLinkagePolicy } from '../../interchange/linkage/linkage-policy-file.js';
import { type KnownLink, linkPrograms } from './link-programs.js';
import type { ListScope } from './linkage-policy.js';
import type { ListedProgram } from './listed-program.js';

const policy = readLinkagePolicy();

const ELM: ListedProgram = {
  key: 'elm',
  name: 'Elm House Recovery Center',
  nameDetail: 'Outpatient',
  streets: ['12 Harbor Street'],
  city: 'Norwich',
  state: 'CT',
  postalCode: '06360',
  phones: ['860-555-0100'],
};

/** Another record of Elm House, under its own key. */
function like(key: string, changes: Partial<ListedProgram> = {}): ListedProgram {
  return { ...ELM, key, ...changes };
}

/** What becomes of each incoming record: the program it is and the rule, or the rule by which a person is asked. */
function outcome(
  listed: ListedProgram[],
  incoming: ListedProgram[],
  scope?: ListScope,
  known?: readonly KnownLink[],
) {
  const { same, review, unlike } = linkPrograms(listed, incoming, policy, scope, known);
  return {
    ...(same.length > 0 && { same: same.map(({ listed: a, incoming: b, rule }) => [a, b, rule]) }),
    ...(review.length > 0 && { review: review.map(({ listed: a, incoming: b, rule }) => [a, b, rule]) }),
    ...(unlike.length > 0 && { unlike }),
  };
}

describe('A record of a list is a program that is known', () => {
  it('if name, street and postal code are equal, however they are written', () => {
    const next = like('next', {
      name: 'ELM HOUSE Recov Ctr, Inc.',
      streets: ['12 Harbor St.'],
      phones: ['860-555-0199'],
    });
    expect(outcome([ELM], [next])).toEqual({ same: [['elm', 'next', 'equal']] });
  });

  it('if each is the best of the other, well ahead of the second', () => {
    const next = like('next', { name: 'Elm House' });
    const other = like('other', {
      name: 'Harbor Clinic',
      streets: ['90 Main Street'],
      phones: ['860-555-0111'],
    });
    expect(outcome([ELM, other], [next])).toEqual({ same: [['elm', 'next', 'best-of-each-other']] });
  });

  it('if it is the only opioid treatment program at the door in both lists, whatever its name', () => {
    const clinic = like('clinic', { isOpioidTreatmentProgram: true });
    const office = like('office', { nameDetail: 'Counseling', isOpioidTreatmentProgram: false });
    const certified = like('certified', {
      name: 'County of New London',
      phones: [],
      isOpioidTreatmentProgram: true,
    });
    const { nameDetail: _nameDetail, ...oneName } = certified;
    expect(outcome([clinic, office], [oneName], 'opioid-treatment-programs')).toEqual({
      same: [['clinic', 'certified', 'only-opioid-program-at-the-door']],
    });
  });
});

describe('A person is asked', () => {
  it('which of two programs of one name at one door is meant, where the second line is missing', () => {
    const residential = like('residential', { nameDetail: 'Residential' });
    const { nameDetail: _nameDetail, ...next } = like('next');
    expect(outcome([ELM, residential], [next])).toEqual({
      review: [
        ['elm', 'next', 'twins'],
        ['residential', 'next', 'twins'],
      ],
    });
  });

  it('whether a program moved, or this is another branch', () => {
    const next = like('next', { streets: ['400 Larkspur Road'] });
    expect(outcome([ELM], [next])).toEqual({ review: [['elm', 'next', 'moved']] });
  });

  it('whether a program has a new name, or another one moved in', () => {
    const next = like('next', { name: 'Shoreline Partners', nameDetail: 'Shoreline' });
    expect(outcome([ELM], [next])).toEqual({ review: [['elm', 'next', 'renamed']] });
  });

  it('about another kind of unit at the same door', () => {
    const women = like('women', { nameDetail: 'Womens House' });
    const men = like('men', { nameDetail: 'Mens House' });
    expect(outcome([women], [men])).toEqual({ review: [['women', 'men', 'other-kind']] });
  });

  it('about a second line that changed together with the settings of care', () => {
    const before = like('before', { nameDetail: 'Harbor Unit East', settings: new Set(['OP']) });
    const now = like('now', { nameDetail: 'Harbor Unit West', settings: new Set(['RES']) });
    expect(outcome([before], [now])).toEqual({ review: [['before', 'now', 'alike']] });
    const sameSettings = { ...now, settings: new Set(['OP']) };
    expect(outcome([before], [sameSettings])).toEqual({ same: [['before', 'now', 'best-of-each-other']] });
  });
});

describe('A record is of no known program', () => {
  it('in another state, even with all else equal', () => {
    expect(outcome([ELM], [like('next', { state: 'NY' })])).toEqual({ unlike: ['next'] });
  });

  it('if the program that it is like was found in another record: no one is asked about what is taken', () => {
    const equal = like('equal');
    const branch = like('branch', { streets: ['400 Larkspur Road'] });
    expect(outcome([ELM], [equal, branch])).toEqual({
      same: [['elm', 'equal', 'equal']],
      unlike: ['branch'],
    });
  });
});

describe('A pair that is known', () => {
  const east = like('east', { nameDetail: 'Harbor Unit East' });
  const eastNext = like('east next', { nameDetail: 'Harbor Unit East' });
  const known = [{ listed: 'east', incoming: 'east next' }];

  it('is neither linked nor asked about again', () => {
    expect(outcome([east], [eastNext], 'programs', known)).toEqual({});
  });

  it('still competes: what is about as like a known record is asked about', () => {
    const west = like('west', { nameDetail: 'Harbor Unit West' });
    const other = like('other', { nameDetail: 'Harbor Unit' });
    expect(outcome([east, west], [other, eastNext], 'programs', known)).toEqual({
      review: [['west', 'other', 'twins']],
    });
  });
});

describe('Linkage of any two lists', () => {
  const text = (...words: string[]) => fc.constantFrom(...words);
  const record = fc.record({
    name: text('Elm House', 'Elm House Inc', 'Harbor Clinic', 'Harbor Recovery Ctr'),
    nameDetail: text('', 'Outpatient', 'Residential', 'Womens Program'),
    street: text('12 Harbor Street', '12 Harbor St', '14 Harbor Street', '- - -'),
    state: text('CT', 'NY'),
    phone: text('860-555-0100', '860-555-0199'),
  });
  const list = fc.array(record, { maxLength: 8 }).map((records) =>
    records.map(({ name, nameDetail, street, state, phone }, at): ListedProgram => ({
      ...ELM,
      key: String(at),
      name,
      nameDetail,
      streets: [street],
      state,
      phones: [phone],
    })),
  );

  it('links one to one, within a state, and answers every record once', () => {
    fc.assert(
      fc.property(list, list, (listed, incoming) => {
        const { same, review, unlike } = linkPrograms(listed, incoming, policy);
        const keys = (links: readonly { incoming: string }[]) => new Set(links.map((link) => link.incoming));
        expect(new Set(same.map((link) => link.listed)).size).toBe(same.length);
        expect(keys(same).size).toBe(same.length);
        for (const link of [...same, ...review])
          expect(listed[Number(link.listed)]!.state).toBe(incoming[Number(link.incoming)]!.state);
        expect([...keys(same), ...keys(review), ...unlike].toSorted()).toEqual(
          incoming.map(({ key }) => key).toSorted(),
        );
      }),
    );
  });

  it('is the same whichever list comes first, and in whatever order the records are', () => {
    const links = (a: ListedProgram[], b: ListedProgram[], turned = false) =>
      linkPrograms(a, b, policy)
        .same.map(({ listed, incoming, rule }) =>
          (turned ? [incoming, listed, rule] : [listed, incoming, rule]).join(' '),
        )
        .toSorted();
    fc.assert(
      fc.property(list, list, (listed, incoming) => {
        const once = links(listed, incoming);
        expect(links(incoming, listed, true)).toEqual(once);
        expect(links(listed.toReversed(), incoming.toReversed())).toEqual(once);
      }),
    );
  });
});
