import type { Condition } from '../vocabulary/conditions.js';
import { ADULT_FROM } from '../vocabulary/people.js';
import type { CutOff, Instrument, Scale } from './instrument.js';
import type { Respondent, ScaleResult } from './screen-result.js';

/** Whether the instrument's cut-offs were made for adults and this person is known to be younger. */
export function isNotForMinors({ adultsOnly }: Instrument, { age }: Respondent): boolean {
  return adultsOnly && age !== undefined && age < ADULT_FROM;
}

/**
 * Interprets one total by the cut-off and the band that apply, whether it comes from answers or was entered. Without a
 * total, and under 18 if the instrument is for adults, nothing is interpreted.
 */
export function readScale(
  instrument: Instrument,
  scale: Scale,
  value: number | null,
  missing: readonly string[],
  respondent: Respondent,
  condition: Condition | undefined,
): ScaleResult {
  const { code, label, min, max } = scale;
  const about = scale.condition ?? condition;
  const readable = value !== null && !isNotForMinors(instrument, respondent);
  const cutOff = readable ? (decidingCutOff(scale, respondent) ?? null) : null;
  const band = readable ? (scale.bands.find(({ from, to }) => value >= from && value <= to) ?? null) : null;
  return {
    code,
    label,
    value,
    min,
    max,
    missing,
    band,
    cutOff,
    positive: cutOff && value !== null ? value >= cutOff.atLeast : null,
    ...(about ? { condition: about } : {}),
    ...(band?.severity ? { severity: band.severity } : {}),
  };
}

/** For the stated sex at birth; otherwise the cut-off for people who did not state it, which is the lower one. */
export function decidingCutOff({ cutOffs }: Scale, { sexAtBirth }: Respondent): CutOff | undefined {
  const deciding = cutOffs.filter(({ decides }) => decides);
  return (
    deciding.find((one) => one.for === (sexAtBirth ?? 'unknown')) ?? deciding.find((one) => one.for === 'any')
  );
}
