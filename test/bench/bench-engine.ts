import type { MatchEngine } from './match-engine.js';
import { indexEngine } from './index-engine.js';

/** The engine whose figures are taken: the one that the service answers with. */
export const benchEngine: MatchEngine = indexEngine;
