import type { Condition } from '../../vocabulary/conditions.js';
import type { Candidate } from '../candidate.js';

/** Whether the program treats one condition. `any` covers every substance use disorder, nicotine apart. */
export function treats(candidate: Candidate, condition: Condition): 'yes' | 'no' | 'unknown' {
  const list = candidate.lists.conditions;
  if (!list) return 'unknown';
  const own = list.codes[condition];
  if (own === 'yes' || own === 'no') return own;
  // The source contradicts itself on this condition: what it reports of all conditions does not settle it.
  if (own === 'maybe') return 'unknown';
  if (list.codes.any === 'yes' && condition !== 'nicotine') return 'yes';
  return list.complete && list.codes.any !== 'yes' && list.codes.any !== 'maybe' ? 'no' : 'unknown';
}
