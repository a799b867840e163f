import type { Need } from '../../src/core/matching/need.js';
import type { RequestChange } from '../../src/core/matching/rules/relaxation-step.js';
import { LEVELS_OF_CARE, OVERLAYS } from '../../src/core/vocabulary/levels-of-care.js';
import { mergePatch } from './merge-patch.js';

/** The need that a request would be read as after a merge patch of its body. Every overlay of the need was stated. */
export function needAfter(need: Need, { constraints = {}, assessment = {} }: RequestChange): Need {
  const { strictness, ...rest } = constraints;
  const changed: Record<string, unknown> = { ...need };
  for (const [key, value] of Object.entries(rest)) {
    if (key === 'maxDistanceKm') changed['maxDistanceMeters'] = Math.round((value as number) * 1000);
    else changed[key === 'levelsOfCare' ? 'acceptedLevels' : key] = value ?? undefined;
  }
  if (strictness) changed['strictness'] = mergePatch(need.strictness, strictness);
  const { levelsOfCare, ...others } = assessment;
  expect(others).toEqual({});
  if (levelsOfCare !== undefined) {
    const stated = levelsOfCare as readonly string[];
    changed['statedLevels'] = LEVELS_OF_CARE.filter((level) => stated.includes(level));
    changed['overlays'] = OVERLAYS.filter((overlay) => stated.includes(overlay));
  }
  return changed as unknown as Need;
}
