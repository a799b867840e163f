import { join } from 'node:path';
import {
  directoryPrograms,
  labelledPairs,
  mentalHealthServices,
  opioidTreatmentPrograms,
} from '../../../test/support/listed-programs.js';
import { nextEdition } from '../../../test/support/next-edition.js';
import { describeWithShared } from '../../../test/support/shared-material.js';
import { linkPlaces } from '../../core/linkage/link-places.js';
import { type Linkage, linkPrograms } from '../../core/linkage/link-programs.js';
import type { ListedProgram } from '../../core/linkage/listed-program.js';
import { readLinkagePolicy } from './linkage-policy-file.js';

const policy = readLinkagePolicy();

describeWithShared('Linkage with the national directory of 2023', 'cases/linkage-pairs.csv', (pairs) => {
  const shared = join(pairs, '..', '..');
  let directory: ListedProgram[];
  beforeAll(async () => {
    directory = await directoryPrograms(
      join(shared, 'data', 'samhsa', 'national-directory-su-facilities-2023.xlsx'),
    );
  });

  it('finds the certified opioid treatment programs of 2021: of 65 pairs that a reader judged, none is linked wrongly', () => {
    const certified = opioidTreatmentPrograms(
      join(shared, 'data', 'samhsa-otp-2021', 'opioid-treatment-programs.csv'),
    );
    const linkage = linkPrograms(directory, certified, policy, 'opioid-treatment-programs');
    const links = new Set(linkage.same.map(({ listed, incoming }) => `${listed} ${incoming}`));
    const judged = labelledPairs(pairs, 'samhsa-otp-2021').map((pair) => ({
      ...pair,
      isLinked: links.has(`${pair.listed} ${pair.incoming}`),
    }));
    const weighed = (of: typeof judged) => of.reduce((sum, { weight }) => sum + weight, 0);
    const linked = judged.filter(({ isLinked }) => isLinked);
    const same = judged.filter(({ isSame }) => isSame);
    const found = same.filter(({ isLinked }) => isLinked);
    expect({
      judged: judged.length,
      linked: linked.length,
      linkedWrongly: linked.filter(({ isSame }) => !isSame),
      same: same.length,
      recallByWeight: Math.floor((100 * weighed(found)) / weighed(same)),
    }).toEqual({ judged: 65, linked: 51, linkedWrongly: [], same: 56, recallByWeight: 97 });
    expect(counts(linkage)).toEqual({ same: 1340, asked: 96, unlike: 395 });
  });

  it('finds the door of mental health services of 2021, and never says that one is a program', () => {
    const services = mentalHealthServices(
      join(shared, 'data', 'samhsa-mental-health-2021', 'facilities.csv'),
    );
    const places = linkPlaces(directory, services, policy);
    expect({
      programs: new Set(places.map(({ listed }) => listed)).size,
      ofTheOrganization: new Set(
        places.filter(({ isSameOrganization }) => isSameOrganization).map(({ listed }) => listed),
      ).size,
    }).toEqual({ programs: 2745, ofTheOrganization: 2472 });
  });

  it('links an edition with itself row by row, and asks only about rows that repeat another', () => {
    const { same, review, unlike } = linkPrograms(directory, directory, policy);
    expect(same.filter(({ listed, incoming }) => listed !== incoming)).toEqual([]);
    expect({ review: review.length, unlike: unlike.length, same: same.length }).toEqual({
      same: 12_724,
      review: 40,
      unlike: 0,
    });
  });

  it.each(['a', 'b'])('links a made-up next edition (%s) without one wrong link', (seed) => {
    const next = nextEdition(directory, seed);
    const linkage = linkPrograms(directory, next.programs, policy);
    expect(linkage.same.filter(({ listed, incoming }) => next.before.get(incoming) !== listed)).toEqual([]);
    // The others moved and changed their telephone, or a person is asked.
    expect(linkage.same.length / next.before.size).toBeGreaterThan(0.93);
    const lost = linkage.unlike.filter((key) => next.before.has(key));
    expect(lost.length / next.before.size).toBeLessThan(0.012);
  });
});

function counts({ same, review, unlike }: Linkage) {
  return {
    same: same.length,
    asked: new Set(review.map(({ incoming }) => incoming)).size,
    unlike: unlike.length,
  };
}
