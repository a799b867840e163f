import type { EvidencePurpose } from '../../evidence/evidence-policy.js';
import { evidenceStrength, type Registry } from '../../evidence/strength.js';
import type { Goal } from '../../vocabulary/services.js';
import type { MatchingPolicy } from '../policy.js';
import type { ProgramColumns } from './program-columns.js';

/** Strength of evidence by class of `delivery`, for one purpose and goal; NaN where it was not worked out yet. */
class StrengthTable {
  values = new Float64Array(0);
  known = new Float64Array(0);

  constructor(
    private readonly columns: ProgramColumns,
    private readonly purpose: EvidencePurpose,
    private readonly goal: Goal | undefined,
    private readonly registry: Registry,
    private readonly policy: MatchingPolicy,
  ) {}

  /** Makes room for classes that came since. */
  fit(): this {
    const { classes } = this.columns.column('delivery');
    if (this.values.length >= classes) return this;
    this.values = wider(this.values, classes * 2);
    this.known = wider(this.known, classes * 2);
    return this;
  }

  workOut(number: number): void {
    const { claims = [], declinedApproaches = NONE } = this.columns
      .column('delivery')
      .valueOf(number).values!;
    const { value, known } = evidenceStrength(
      { claims, declined: declinedApproaches },
      this.purpose,
      this.goal,
      this.registry,
      this.policy.evidence,
    );
    this.values[number] = value;
    this.known[number] = known;
  }
}

const NONE: ReadonlySet<string> = new Set();

function wider(from: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const to = new Float64Array(length).fill(NaN);
  to.set(from);
  return to;
}

export type { StrengthTable };

const tables = new WeakMap<ProgramColumns, WeakMap<Registry, Map<string, StrengthTable>>>();

/**
 * The table of a purpose and a goal, which are words of the policy and tell nothing of a client: strengths are
 * worked out once for all requests, as long as the programs, the registry and the policy are the same.
 */
export function strengthTable(
  columns: ProgramColumns,
  registry: Registry,
  policy: MatchingPolicy,
  purpose: EvidencePurpose,
  goal: Goal | undefined,
): StrengthTable {
  let ofRegistry = tables.get(columns);
  if (!ofRegistry) tables.set(columns, (ofRegistry = new WeakMap()));
  let ofPurposes = ofRegistry.get(registry);
  if (!ofPurposes) ofRegistry.set(registry, (ofPurposes = new Map()));
  const key = `${policy.version} ${purpose} ${goal ?? ''}`;
  let table = ofPurposes.get(key);
  if (!table) ofPurposes.set(key, (table = new StrengthTable(columns, purpose, goal, registry, policy)));
  return table.fit();
}
