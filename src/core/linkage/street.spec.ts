import { readLinkagePolicy } from '../../interchange/linkage/linkage-policy-file.js';
import { streetLikeness, streetsOf } from './street.js';

const policy = readLinkagePolicy();
const likeness = (a: string, b: string) =>
  streetLikeness(streetsOf([a], policy), streetsOf([b], policy), policy);

describe('Two addresses are the same street', () => {
  it.each([
    ['2001 West Orange Grove Road', '2001 W Orange Grove Rd Suites 202 & 208'],
    ['53 North West End Avenue', '53-55 N. West End Avenue'],
    ['2367-2369 2nd Avenue', '2367-69 Second Ave.'],
    ['1022 East Main Street', '1022 E. Main St., P.O. Box 929'],
    ['2720 East Palmdale Boulevard', '2720 E. Palmdale Blvd. #129, #130, #131'],
    ['7460 Tidewater Drive', 'Tidewater Drive Center ORTP, 7460 Tidewater Dr.'],
    ['1105-1111 North El Dorado Street', '1105-1111 N. El Dorado St. and 33 Magnolia St. Suites 3 and 5'],
    ['10701 East Boulevard', '10701 East Blvd.'],
    ['434 West Kennedy Boulevard', '434 Kennedy Blvd'],
    ['115 North Campbell Avenue', '115 North Campbell Street'],
  ])('%s, %s', (a, b) => {
    expect(likeness(a, b)).toBe(1);
  });

  it.each([
    ['62 East Broadway', '46 East Broadway'],
    ['107-20 Northern Boulevard', '107-06 Northern Boulevard'],
    ['94-1211 Farrington Highway', '94-455 Farrington Highway'],
    ['100 North Main Street', '100 South Main Street'],
    ['1 Long Wharf Drive', '245 Whalley Avenue'],
  ])('but not %s, %s', (a, b) => {
    expect(likeness(a, b)).toBeLessThanOrEqual(policy.otherHouseNumber);
  });

  it('in most letters, where one is mistyped', () => {
    expect(likeness('710 Viand Street', '710 Vian Street')).toBeGreaterThan(policy.sameStreet);
  });

  it('or it is not known, where the directory hides an address', () => {
    expect(streetsOf(['- - -'], policy)).toEqual([]);
    expect(likeness('- - -', '319 State Street')).toBeUndefined();
  });
});
