import { type Candidate, yes } from '../../candidate.js';
import type { Criterion } from '../criterion.js';

/** How sure and how fresh the facts are; accreditation and licence beside it. */
export const trust: Criterion = {
  code: 'trust',
  reads: {
    facts: { bestStanding: true, freshness: true, accreditations: true, licenses: true },
    need: [],
    cache: true,
  },
  applies: () => true,
  judge(_need, candidate, knowledge) {
    const { standing, freshness, shares } = knowledge.policy.curves.trust;
    const { unknown } = knowledge.policy.criteria.trust;
    const record = standing[candidate.bestStanding] * freshness[candidate.freshness];
    const accredited = anyYes(candidate, 'accreditations');
    const licensed = anyYes(candidate, 'licenses');
    const at = (open: number) =>
      shares.record * record +
      shares.accreditation * (accredited === undefined ? open : Number(accredited)) +
      shares.licence * (licensed === undefined ? open : Number(licensed));
    return {
      value: at(unknown),
      range: [at(0), at(1)],
      known:
        1 -
        (accredited === undefined ? shares.accreditation : 0) -
        (licensed === undefined ? shares.licence : 0),
      reason: {
        code: 'trust.record',
        values: {
          standing: candidate.bestStanding,
          freshness: candidate.freshness,
          accreditations: yes(candidate, 'accreditations'),
          licenses: yes(candidate, 'licenses'),
        },
      },
    };
  },
};

function anyYes(candidate: Candidate, key: 'accreditations' | 'licenses'): boolean | undefined {
  if (yes(candidate, key).length > 0) return true;
  return candidate.lists[key]?.complete ? false : undefined;
}
