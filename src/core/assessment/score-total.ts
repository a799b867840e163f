import type { Condition } from '../vocabulary/conditions.js';
import type { Instrument } from './instrument.js';
import { isNotForMinors, readScale } from './read-scale.js';
import type { Respondent, ScreenResult } from './screen-result.js';

/** Interprets a total that was calculated elsewhere in the same way as one from answers. */
export function scoreTotal(
  instrument: Instrument,
  total: { readonly scale: string; readonly value: number; readonly condition?: Condition },
  respondent: Respondent,
): ScreenResult {
  const scale = instrument.scales.find(({ code }) => code === total.scale)!;
  return {
    instrument,
    ...(total.condition ? { condition: total.condition } : {}),
    enteredAs: 'total',
    status: 'complete',
    scales: [readScale(instrument, scale, total.value, [], respondent, total.condition)],
    missing: [],
    notForMinors: isNotForMinors(instrument, respondent),
  };
}
