import { ALL_CONSTRAINTS } from '../rules/constraints/all-constraints.js';
import { ALL_CRITERIA } from '../rules/criteria/all-criteria.js';
import { type CandidateFact, factsIn, type FactsRead, unionOf } from '../rules/reads.js';
import { REACH_FROM_AFAR, REACHES_CLIENT } from '../rules/telehealth.js';
import { ALL_TRACKS } from '../rules/tracks.js';
import { WARNINGS_READ } from '../rules/warnings.js';
import { COLUMN_GROUPS, isStored } from './column-groups.js';

/** A dictionary column: its name, and the facts that it holds of every program. */
export interface ColumnDefinition {
  readonly name: string;
  readonly facts: FactsRead;
}

/** What is evaluated on the entries of one column, by name. Wishes are evaluated one by one. */
const EVALUATED: readonly ColumnDefinition[] = [
  ...ALL_CONSTRAINTS.map(({ code, reads }) => ({ name: code, facts: stored(reads.facts) })),
  ...ALL_CRITERIA.filter((criterion) => !criterion.wishes).map(({ code, reads }) => ({
    name: code,
    facts: stored(reads.facts),
  })),
  ...ALL_TRACKS.map(({ purpose, reads }) => ({ name: `leads_${purpose}`, facts: stored(reads.leads.facts) })),
  { name: 'warnings', facts: stored(WARNINGS_READ.facts) },
  { name: 'reaches_client', facts: REACHES_CLIENT.facts },
  { name: 'from_afar', facts: REACH_FROM_AFAR.facts },
];

/** Everything that is read of a program. */
const READ: FactsRead = unionOf(
  ...EVALUATED.map(({ facts }) => facts),
  ...ALL_CRITERIA.flatMap(({ reads: { facts, comparing } }) => [facts, comparing?.facts ?? {}]),
  ...ALL_TRACKS.map(({ reads }) => reads.includes),
);

/** The groups, with as much of each fact as anything reads. Together they hold all that is known of a program. */
export const GROUPS: readonly ColumnDefinition[] = COLUMN_GROUPS.map(({ name, facts }) => ({
  name,
  facts: pick(READ, facts),
}));

/**
 * A column for each set of facts that is read across groups, and no more of them than is read: the less, the more
 * programs share an entry. A rule that reads a part of what another reads has no column of its own.
 */
export const PROJECTIONS: readonly ColumnDefinition[] = acrossGroups();

function acrossGroups(): ColumnDefinition[] {
  const across = EVALUATED.filter(({ facts }) => !GROUPS.some((group) => holds(group.facts, facts)));
  return across.filter(
    ({ facts }, i) =>
      !across.some(
        (other, j) => j !== i && holds(other.facts, facts) && (j < i || !holds(facts, other.facts)),
      ),
  );
}

/** A rule and a group of one name would share a column, and each would find the facts of the other. */
const namesTwice = [...GROUPS, ...PROJECTIONS]
  .map(({ name }) => name)
  .filter((name, i, names) => names.indexOf(name) < i);
if (namesTwice.length > 0) throw new Error(`Two columns are called ${namesTwice.join(', ')}.`);

/** The name of the column to evaluate something on that reads these facts. */
export function columnFor(facts: FactsRead): string {
  let name = NAMES.get(facts);
  if (name === undefined) {
    const wanted = stored(facts);
    const column = [...GROUPS, ...PROJECTIONS].find((each) => holds(each.facts, wanted));
    if (!column) throw new Error(`No column holds ${factsIn(facts).join(', ')}.`);
    NAMES.set(facts, (name = column.name));
  }
  return name;
}

const NAMES = new WeakMap<FactsRead, string>();

/** Whether a column with some facts has at least these. */
function holds(column: FactsRead, facts: FactsRead): boolean {
  return factsIn(facts).every((fact) => {
    const [held, read] = [column[fact], facts[fact]];
    if (held === true || held === read) return true;
    return Array.isArray(held) && Array.isArray(read) && read.every((code: string) => held.includes(code));
  });
}

function stored(facts: FactsRead): FactsRead {
  return pick(facts, factsIn(facts).filter(isStored));
}

function pick(facts: FactsRead, keys: readonly CandidateFact[]): FactsRead {
  return Object.fromEntries(keys.flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]]])));
}
