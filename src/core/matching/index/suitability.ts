import type { Registry } from '../../evidence/strength.js';
import type { Knowledge } from '../constraint.js';
import { suitableApproach } from '../constraints/care.js';
import { EMPTY_NEED, type Need } from '../need.js';
import type { Verdict } from '../verdict.js';
import { AnswersByClass } from './answers.js';
import type { ProgramColumns } from './program-columns.js';

type Suitability = AnswersByClass<Verdict | undefined>;

const known = new WeakMap<ProgramColumns, WeakMap<Registry, Map<string, Suitability>>>();

/**
 * What `suitable_approach` says of each combination of approaches. It is asked of every program in every request and
 * depends on the conditions alone, of which there are few: worked out once for all requests, as long as programs and
 * registry are the same. Names of conditions tell nothing of a client.
 */
export function suitabilityOf(columns: ProgramColumns, need: Need, knowledge: Knowledge): Suitability {
  const { registry } = knowledge;
  let ofRegistry = known.get(columns);
  if (!ofRegistry) known.set(columns, (ofRegistry = new WeakMap()));
  let ofConditions = ofRegistry.get(registry);
  if (!ofConditions) ofRegistry.set(registry, (ofConditions = new Map()));
  const conditions = need.conditions.map(({ condition }) => condition).sort();
  const key = conditions.join();
  let answers = ofConditions.get(key);
  if (!answers) {
    const alike: Need = { ...EMPTY_NEED, conditions: conditions.map((condition) => ({ condition })) };
    answers = new AnswersByClass(columns, 'suitability', (candidate) =>
      suitableApproach.judge(alike, candidate, knowledge),
    );
    ofConditions.set(key, answers);
  }
  return answers.fit();
}
