import type { CodeOf, ListKey, ValueKey } from '../../core/directory/fact-keys.js';
import type { StatedFacts } from '../../core/directory/source-record.js';
import type { Medication, MedicationStance } from '../../core/vocabulary/medications.js';

type Words = 'yes' | 'no' | 'maybe';

/** The facts of one row while its codes are read. Lists are sorted in the result. */
export class DraftFacts {
  private readonly lists = new Map<ListKey, { codes: Record<Words, Set<string>>; complete: boolean }>();
  private readonly values = new Map<ValueKey, unknown>();
  private readonly medications = new Map<Medication, MedicationStance>();

  say<K extends ListKey>(key: K, word: Words, codes: readonly CodeOf<K>[]): void {
    for (const code of codes) this.list(key).codes[word].add(code);
  }

  /** The source claims that the list is complete: a code it does not name does not apply. */
  sayAll(key: ListKey): void {
    this.list(key).complete = true;
  }

  /** Removes everything stated about the list: it is unknown again. */
  takeBack(key: ListKey): void {
    this.lists.delete(key);
  }

  set<K extends ValueKey>(key: K, value: NonNullable<StatedFacts[K]>): void {
    this.values.set(key, value);
  }

  give(medication: Medication, stance: MedicationStance): void {
    this.medications.set(medication, stance);
  }

  facts(): StatedFacts {
    const lists = [...this.lists].map(([key, { codes, complete }]) => [
      key,
      {
        ...sortedWord('yes', codes.yes),
        ...sortedWord('no', codes.no),
        ...sortedWord('maybe', codes.maybe),
        ...(complete ? { complete } : {}),
      },
    ]);
    const medications = Object.fromEntries([...this.medications].sort(([a], [b]) => (a < b ? -1 : 1)));
    return {
      ...Object.fromEntries(lists),
      ...Object.fromEntries(this.values),
      ...(this.medications.size > 0 ? { medications } : {}),
    } as StatedFacts;
  }

  private list(key: ListKey) {
    let list = this.lists.get(key);
    if (!list) {
      list = { codes: { yes: new Set(), no: new Set(), maybe: new Set() }, complete: false };
      this.lists.set(key, list);
    }
    return list;
  }
}

function sortedWord(word: Words, codes: ReadonlySet<string>): Partial<Record<Words, string[]>> {
  return codes.size > 0 ? { [word]: [...codes].sort() } : {};
}
