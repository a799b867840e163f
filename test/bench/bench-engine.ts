import type { MatchEngine } from './match-engine.js';
import { oracleEngine } from './oracle-engine.js';

/** The engine whose figures are taken: the one that the service answers with. */
export const benchEngine: MatchEngine = oracleEngine;
