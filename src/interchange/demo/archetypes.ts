import type { Archetype } from './archetype.js';
import { MEDICATION_ARCHETYPES } from './medication-archetypes.js';
import { OUTPATIENT_ARCHETYPES } from './outpatient-archetypes.js';
import { POPULATION_ARCHETYPES } from './population-archetypes.js';
import { QUESTIONABLE_ARCHETYPES } from './questionable-archetypes.js';
import { RECOVERY_ARCHETYPES } from './recovery-archetypes.js';
import { RESIDENTIAL_ARCHETYPES } from './residential-archetypes.js';

/** All kinds of fictional programs. Their order has no meaning: each program is drawn from its own key. */
export const ARCHETYPES: readonly Archetype[] = [
  ...MEDICATION_ARCHETYPES,
  ...OUTPATIENT_ARCHETYPES,
  ...POPULATION_ARCHETYPES,
  ...RESIDENTIAL_ARCHETYPES,
  ...RECOVERY_ARCHETYPES,
  ...QUESTIONABLE_ARCHETYPES,
];
