import type { ConstraintCode } from '../codes.js';
import type { Need } from '../need.js';

/** A change of a need to try; `change` is a JSON merge patch for `constraints` of the request. */
export interface RelaxationStep {
  readonly change: Readonly<Record<string, unknown>>;
  readonly need: Need;
}

/** Relaxes a constraint to a preference, where the client has not asked for confirmed facts. */
export function asPreference(code: ConstraintCode): (need: Need) => RelaxationStep[] {
  return (need) =>
    need.strictness[code] === 'confirmed'
      ? []
      : [
          {
            change: { strictness: { [code]: 'preferred' } },
            need: { ...need, strictness: { ...need.strictness, [code]: 'preferred' } },
          },
        ];
}
