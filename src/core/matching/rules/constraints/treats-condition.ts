import { yes } from '../../candidate.js';
import { fails, meets, unknown } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import { treats } from '../treats.js';

export const treatsCondition: Constraint = {
  code: 'treats_condition',
  reads: {
    facts: { conditions: true },
    need: ['conditions'],
    cache: ({ conditions }) => ({ conditions: conditions.map(({ condition }) => ({ condition })) }),
  },
  asks: { 'ask.treats_condition': ['conditions'] },
  // A program for another substance is no option for this one: neither a near miss nor a thing to relax.
  isSafety: () => true,
  isAsked: (need) => need.conditions.length > 0,
  judge(need, candidate) {
    const wanted = need.conditions.map(({ condition }) => condition);
    const stances = wanted.map((condition) => treats(candidate, condition));
    const refused = wanted.filter((_, i) => stances[i] === 'no');
    if (refused.length > 0)
      return fails(
        'treats_condition.not',
        { conditions: refused },
        { asked: wanted, found: yes(candidate, 'conditions') },
      );
    const open = wanted.filter((_, i) => stances[i] === 'unknown');
    if (open.length > 0)
      return unknown('treats_condition.unknown', 'ask.treats_condition', { conditions: open });
    return meets('treats_condition.yes', { conditions: wanted });
  },
};
