import type { Candidate } from '../../candidate.js';
import type { Need } from '../../need.js';
import { both, fails, meets, unknown, type Verdict } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import { comesOnlyByTelehealth, TELEHEALTH_FACTS, telehealthFor } from '../telehealth.js';

/** The wait is that of the program; a client who comes by telehealth only starts where that is known in their state. */
export const startsWithin: Constraint = {
  code: 'starts_within',
  reads: {
    facts: { waitDays: true, sameDayStart: true, ...TELEHEALTH_FACTS },
    need: ['startsWithinDays', 'modalities', 'strictness', 'state'],
  },
  asks: { 'ask.wait': ['waitDays', 'sameDayStart'], 'ask.telehealth_state': ['telehealthStates'] },
  isSafety: () => false,
  isAsked: (need) => need.startsWithinDays !== undefined,
  judge(need, candidate) {
    const wait = judgeWait(need.startsWithinDays!, candidate);
    const telehealth = comesOnlyByTelehealth(need) ? judgeTelehealth(need, candidate) : undefined;
    return telehealth ? both(wait, telehealth) : wait;
  },
  relax: (need, days) =>
    days === undefined
      ? []
      : [
          {
            change: { constraints: { startsWithinDays: days } },
            label: { code: 'relax.wait', values: { days } },
            need: { ...need, startsWithinDays: days },
          },
        ],
};

function judgeWait(asked: number, { sameDayStart, waitDays }: Candidate): Verdict {
  if (sameDayStart === true) return meets('starts_within.same_day');
  if (waitDays === undefined) return unknown('starts_within.unknown', 'ask.wait');
  return waitDays <= asked
    ? meets('starts_within.within', { days: waitDays })
    : fails('starts_within.longer', { days: waitDays, max: asked }, { asked, found: waitDays });
}

/** Where telehealth is not offered, or not reported, `modality` says so. */
function judgeTelehealth(need: Need, candidate: Candidate): Verdict | undefined {
  const telehealth = telehealthFor(need, candidate);
  if (telehealth === 'not_in_state') return fails('starts_within.not_in_state', { state: need.state! });
  if (telehealth === 'state_unknown')
    return unknown('starts_within.state_unknown', 'ask.telehealth_state', { state: need.state! });
  return undefined;
}
