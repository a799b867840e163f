import type { FactTable } from './fact-definition.js';
import { FACTS } from './facts.js';
import type { StatedFacts } from './source-record.js';

/**
 * An example of how each fact is stated. It shows the format and is not true of any program.
 */
export const FACT_EXAMPLES: Readonly<Required<StatedFacts>> = examplesIn(FACTS);

function examplesIn<Table extends FactTable>(facts: Table) {
  return Object.fromEntries(Object.entries(facts).map(([key, { example }]) => [key, example])) as {
    readonly [Key in keyof Table]: Table[Key]['example'];
  };
}
