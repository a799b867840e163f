import { spanishWith } from './labels.es.js';
import { RULE_NAMES } from './rule-names.js';

/**
 * How Spanish words codes, also those of rules. All Spanish sentences use plain words, the person before the disorder,
 * and `ustedes` for the provider who is asked. They are written by us and not yet reviewed by a clinician whose first
 * language is Spanish.
 *
 * The program is the subject throughout, so that nothing has to agree with its name. Names of approaches are
 * ours too; one without has its English name in quotation marks.
 */
export const SPANISH = spanishWith(RULE_NAMES.es);
