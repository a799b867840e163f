import type { EvidencePurpose } from '../../evidence/evidence-policy.js';
import { type EvidenceStrength, evidenceStrength } from '../../evidence/strength.js';
import type { Goal } from '../../vocabulary/services.js';
import { deliveryOf } from '../rules/delivery.js';
import type { Knowledge } from '../rules/constraint.js';
import { closeness } from '../rules/criteria/distance.js';
import { evidence, evidenceParts } from '../rules/criteria/evidence.js';
import type { Judgement } from '../rules/criterion.js';
import { distanceMeters } from '../facts/distance.js';
import { round9 } from '../round.js';
import { totalOf, type WeightedCriterion } from '../score.js';
import type { Track } from '../rules/tracks.js';
import { type RuleResults, ResultsByEntry, VALUE_AND_KNOWN } from './rule-results.js';
import type { Query } from './query.js';
import type { ProgramColumns } from './program-columns.js';
import { columnFor } from './projections.js';
import { cachedResults } from './result-cache.js';

/** Scores of some programs, in the order of their rows. */
export interface Scores {
  readonly score: Float64Array;
  readonly knownWeight: Float64Array;
  /** Metres; infinite where no distance is known. */
  readonly meters: Float64Array;
}

/** What is summed up, and room for the result ids of the rows. */
interface Sums extends Scores {
  readonly ids: Uint32Array;
}

/**
 * `Σ w·v / Σ w` for some programs: the sums of `scoreFrom`, in the same order of additions, criterion by criterion instead
 * of program by program.
 */
export function scoreRows(query: Query, track: Track, rows: Uint32Array): Scores {
  const weighted = query.weighted(track);
  const total = totalOf(weighted);
  const meters = metersTo(query, rows);
  const score = new Float64Array(rows.length);
  const knownWeight = new Float64Array(rows.length);
  const sums: Sums = { score, knownWeight, meters, ids: new Uint32Array(rows.length) };
  for (const each of weighted) addCriterion(query, track, each, total, rows, sums);
  for (let i = 0; i < rows.length; i++) {
    score[i] = round9(score[i]!);
    knownWeight[i] = round9(knownWeight[i]!);
  }
  return { score, knownWeight, meters };
}

function addCriterion(
  query: Query,
  track: Track,
  { criterion, weight }: WeightedCriterion,
  total: number,
  rows: Uint32Array,
  sums: Sums,
): void {
  const share = weight / total;
  if (criterion.code === 'evidence') return addEvidence(query, track, share, rows, sums);
  if (criterion.code === 'distance') return addDistance(query, share, rows, sums);
  addJudgements(query.judgementsOn(criterion, track), share, rows, sums);
}

function addJudgements(
  results: RuleResults<Pick<Judgement, 'value' | 'known'>>,
  share: number,
  rows: Uint32Array,
  { score, knownWeight, ids }: Pick<Sums, 'score' | 'knownWeight' | 'ids'>,
): void {
  const { distinct } = results;
  if (distinct) {
    distinct.resultIds(rows, ids);
    const [values, knowns] = distinct.measured;
    for (let i = 0; i < rows.length; i++) {
      const id = ids[i]!;
      score[i]! += share * values![id]!;
      knownWeight[i]! += share * knowns![id]!;
    }
    return;
  }
  for (let i = 0; i < rows.length; i++) {
    const { value, known } = results.at(rows[i]!);
    score[i]! += share * value;
    knownWeight[i]! += share * known;
  }
}

function addEvidence(
  query: Query,
  track: Track,
  share: number,
  rows: Uint32Array,
  { score, knownWeight, ids }: Pick<Sums, 'score' | 'knownWeight' | 'ids'>,
): void {
  // Summed in the order of `evidence`, purpose by purpose, before the share is taken, so that no last bit differs.
  const value = new Float64Array(rows.length);
  const known = new Float64Array(rows.length);
  for (const { part, results } of evidenceResults(query, track))
    addJudgements(results, part, rows, { score: value, knownWeight: known, ids });
  for (let i = 0; i < rows.length; i++) {
    score[i]! += share * value[i]!;
    knownWeight[i]! += share * known[i]!;
  }
}

/** The parts of the evidence of a track, and the strengths that each is measured by. */
export function evidenceResults(
  { need, knowledge, index }: Query,
  { evidencePurpose }: Track,
): { readonly part: number; readonly results: RuleResults<Pick<EvidenceStrength, 'value' | 'known'>> }[] {
  return evidenceParts(need, { policy: knowledge.policy, evidencePurpose }).map(({ purpose, part }) => ({
    part,
    results: strengthsFor(index.columns, knowledge, purpose, need.preferences.goal),
  }));
}

/** Strength of evidence by entry. It depends on a purpose and a goal alone, which are codes of the policy. */
function strengthsFor(
  columns: ProgramColumns,
  knowledge: Knowledge,
  purpose: EvidencePurpose,
  goal: Goal | undefined,
): RuleResults<Pick<EvidenceStrength, 'value' | 'known'>> {
  const { registry, policy } = knowledge;
  return cachedResults(
    columns,
    knowledge,
    'strength',
    { purpose, goal },
    () =>
      new ResultsByEntry(
        columns,
        columnFor(evidence.reads.facts),
        (candidate) => {
          const delivery = deliveryOf(candidate);
          const { value, known } = evidenceStrength(delivery, purpose, goal, registry, policy.evidence);
          return { value, known };
        },
        VALUE_AND_KNOWN,
      ),
  );
}

function addDistance(
  { need, knowledge: { policy }, reach }: Query,
  share: number,
  rows: Uint32Array,
  { score, knownWeight, meters }: Scores,
): void {
  const { unknown } = policy.criteria.distance;
  for (let i = 0; i < rows.length; i++) {
    const away = meters[i]!;
    const near = closeness(need, away === Infinity ? undefined : away, reach.at(rows[i]!), policy);
    score[i]! += share * (near ? near.value : unknown);
    knownWeight[i]! += share * (near ? 1 : 0);
  }
}

function metersTo({ need, index }: Query, rows: Uint32Array): Float64Array {
  const meters = new Float64Array(rows.length).fill(Infinity);
  const { place } = need;
  if (!place) return meters;
  const { latitude, longitude } = index.columns;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (!Number.isNaN(latitude[row]!))
      meters[i] = distanceMeters(place, { latitude: latitude[row]!, longitude: longitude[row]! });
  }
  return meters;
}
