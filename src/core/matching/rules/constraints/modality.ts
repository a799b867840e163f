import { type Candidate, stance } from '../../candidate.js';
import type { RelaxationReason } from '../../codes.js';
import type { Need } from '../../need.js';
import { fails, meets, unknown, untold } from '../../verdict.js';
import type { Modality } from '../../../vocabulary/services.js';
import type { Constraint } from '../constraint.js';
import { type Telehealth, TELEHEALTH_FACTS, telehealthFor } from '../telehealth.js';

/** Telehealth is offered only where it is known in the client's state. */
export const modality: Constraint = {
  code: 'modality',
  reads: {
    facts: { ...TELEHEALTH_FACTS, modalities: true },
    need: ['modalities', 'state'],
    cache: true,
  },
  asks: { 'ask.modality': ['modalities'], 'ask.telehealth_state': ['telehealthStates'] },
  asksClient: ['state'],
  isSafety: () => false,
  isAsked: (need) => need.modalities !== undefined,
  judge(need, candidate) {
    const wanted = need.modalities!;
    const offers = wanted.map((code) => offer(need, candidate, code));
    const has = (each: Telehealth) => offers.includes(each);
    if (has('yes'))
      return meets('modality.offers', { modalities: wanted.filter((_, i) => offers[i] === 'yes') });
    if (has('state_unknown'))
      return unknown('modality.state_unknown', 'ask.telehealth_state', { state: need.state! });
    if (has('state_not_told')) return untold('modality.state_not_told', 'state');
    if (has('not_reported')) return unknown('modality.unknown', 'ask.modality', { modalities: wanted });
    return has('not_in_state')
      ? fails('modality.not_in_state', { state: need.state! }, { asked: wanted })
      : fails('modality.not', { modalities: wanted }, { asked: wanted });
  },
  relax: (need) => [
    {
      change: { constraints: { modalities: null } },
      label: { code: whatElse(need.modalities!), values: {} },
      need: { ...need, modalities: undefined },
    },
  ],
};

function whatElse([first, ...others]: readonly Modality[]): RelaxationReason {
  if (others.length > 0) return 'relax.any_modality';
  return first === 'telehealth' ? 'relax.in_person_too' : 'relax.telehealth_too';
}

function offer(need: Need, candidate: Candidate, code: Modality): Telehealth {
  if (code === 'telehealth') return telehealthFor(need, candidate);
  const said = stance(candidate, 'modalities', code);
  return said === 'yes' || said === 'no' ? said : 'not_reported';
}
