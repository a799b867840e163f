import type { PreferableConstraint, RelaxationReason } from '../codes.js';
import type { Need } from '../need.js';
import type { Said } from '../verdict.js';

/** A JSON merge patch (RFC 7396) of the body of a request, by the part of it that changes. */
export type RequestChange = Readonly<
  Partial<Record<'assessment' | 'constraints', Readonly<Record<string, unknown>>>>
>;

/** What a change would show in addition, for the person who may choose it. */
export type RelaxationLabel = Said<RelaxationReason>;

/** A change of a need to try. */
export interface RelaxationStep {
  readonly change: RequestChange;
  readonly label: RelaxationLabel;
  readonly need: Need;
}

/** Relaxes a constraint to a preference, where the client has not asked for confirmed facts. */
export function asPreference(
  code: PreferableConstraint,
  valuesOf: (need: Need) => RelaxationLabel['values'] = () => ({}),
): (need: Need) => RelaxationStep[] {
  return (need) =>
    need.strictness[code] === 'confirmed'
      ? []
      : [
          {
            change: { constraints: { strictness: { [code]: 'preferred' } } },
            label: { code: `relax.${code}`, values: valuesOf(need) },
            need: { ...need, strictness: { ...need.strictness, [code]: 'preferred' } },
          },
        ];
}
