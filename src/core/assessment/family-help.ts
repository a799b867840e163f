import type { Inputs } from './expression.js';
import type { Screen } from './screen-result.js';

/** What a family member can do for themselves and for the loved one; safety first. */
export interface FamilyHelp {
  /** Nothing that invites or meets the loved one before this is `safe` (clinical/safety.md SF-VIOL). */
  readonly violenceCheck: 'not-asked' | 'safe' | 'unsafe';
  /** The loved one refuses help: CRAFT for the family member first (loc-rules Y3). */
  readonly lovedOneRefuses: boolean | null;
  /** Support in their own right (instruments.md, family check-in); null if nothing was answered. */
  readonly ownSupport: boolean | null;
  /** Opioids are the concern and there is no naloxone at home. */
  readonly naloxoneInformation: boolean | null;
}

const AFFECTED_ENOUGH = 7;

/** Reads the family check-in and the family member's own screens (clinical/instruments.md, rules of the check-in). */
export function familyHelp(own: Inputs, lovedOne: Inputs, screens: readonly Screen[]): FamilyHelp {
  const affected = own['family.affected'];
  const ownScreens = screens.filter(
    ({ subject, instrument }) => subject === 'self' && instrument.domain === 'mental-health',
  );
  const positives = ownScreens.flatMap(({ scales }) =>
    scales.flatMap(({ positive }) => (positive === null ? [] : [positive])),
  );
  const signs = [...positives, ...(typeof affected === 'number' ? [affected >= AFFECTED_ENOUGH] : [])];
  const opioids = lovedOne['use.opioids'];
  const naloxone = own['family.naloxone_at_home'];
  return {
    violenceCheck: violenceCheckOf(own),
    lovedOneRefuses: typeof lovedOne['person.refuses'] === 'boolean' ? lovedOne['person.refuses'] : null,
    ownSupport: signs.includes(true) ? true : signs.length > 0 ? false : null,
    naloxoneInformation:
      opioids === undefined
        ? null
        : opioids === true
          ? naloxone === undefined
            ? null
            : naloxone === false
          : false,
  };
}

function violenceCheckOf(own: Inputs): FamilyHelp['violenceCheck'] {
  const answers = [own['violence.hurt_or_threatened'], own['violence.fear_if_raised'], own['violence.now']];
  if (answers.includes(true)) return 'unsafe';
  return answers[0] === false && answers[1] === false ? 'safe' : 'not-asked';
}
