import { join } from 'node:path';
import { projectFolder } from '../../../src/config/project-folder.js';
import { readSeedFile, seedCheck } from '../../../src/config/seed-file.js';
import { distanceTo } from '../../../src/core/matching/facts/distance.js';
import { EMPTY_NEED, type Need } from '../../../src/core/matching/need.js';
import { rankMatches } from '../../../src/core/matching/reference/rank-programs.js';
import type { RankedProgram } from '../../../src/core/matching/ranking.js';
import type { Knowledge } from '../../../src/core/matching/rules/constraint.js';
import {
  CONDITIONS,
  SEVERITIES,
  type Condition,
  type Severity,
} from '../../../src/core/vocabulary/conditions.js';
import { PAYERS, type Payer } from '../../../src/core/vocabulary/payment.js';
import type { State } from '../../../src/core/vocabulary/places.js';
import { findPostalCode } from '../../../src/directory/postal-codes.js';
import { TREATMENT } from '../bench-needs.js';
import type { TickedProgram } from './national-candidates.js';

/** Who asks, and where: `needs.yaml` beside this file. */
export interface NeedsFile {
  readonly today: string;
  readonly seed: string;
  readonly maxDistanceKm: number;
  readonly severity: Severity;
  /** In turn. */
  readonly payers: readonly Payer[];
  readonly conditions: readonly Condition[];
  /** ZIP codes. */
  readonly places: readonly string[];
  /** A list with fewer programs says nothing of the order. */
  readonly atLeast: number;
}

const list = (items: object) => ({ type: 'array', items, minItems: 1, uniqueItems: true });
const fits = seedCheck<NeedsFile>({
  type: 'object',
  additionalProperties: false,
  required: ['today', 'seed', 'maxDistanceKm', 'severity', 'payers', 'conditions', 'places', 'atLeast'],
  properties: {
    today: { type: 'string' },
    seed: { type: 'string' },
    maxDistanceKm: { type: 'number' },
    severity: { enum: SEVERITIES },
    payers: list({ enum: PAYERS }),
    conditions: list({ enum: CONDITIONS }),
    places: list({ type: 'string', pattern: '^[0-9]{5}$' }),
    atLeast: { type: 'integer', minimum: 2 },
  },
});

export function readNeeds(): NeedsFile {
  return readSeedFile(join(projectFolder, 'test/bench/discrimination/needs.yaml'), fits);
}

/** Each condition at each place. */
export function needsOf({ places, conditions, payers, severity, maxDistanceKm }: NeedsFile): Need[] {
  return places.flatMap((code, i) => {
    const place = findPostalCode(code);
    if (!place) throw new Error(`There is no ZIP code ${code}.`);
    return conditions.map((condition) => ({
      ...EMPTY_NEED,
      conditions: [{ condition, severity }],
      place: { latitude: place.latitude, longitude: place.longitude },
      state: place.state as State,
      maxDistanceMeters: maxDistanceKm * 1000,
      payers: [payers[i % payers.length]!],
    }));
  });
}

/** One list: who meets all, best first, each with its criteria. */
export interface BenchList {
  readonly need: Need;
  readonly condition: Condition;
  readonly matches: readonly RankedProgram[];
}

/** The programs within reach of a need that meet all that it asks for. */
export function listOf(need: Need, programs: readonly TickedProgram[], knowledge: Knowledge): BenchList {
  const near = programs
    .map(({ candidate }) => candidate)
    .filter((candidate) => (distanceTo(need, candidate) ?? Infinity) <= need.maxDistanceMeters!);
  const { matches } = rankMatches(need, near, TREATMENT, knowledge);
  return {
    need,
    condition: need.conditions[0]!.condition,
    matches: matches.filter(({ tier }) => tier === 'meets_all'),
  };
}
