import { holds, type Inputs } from './expression.js';
import type { CautiousSide, Implication, InputDefinition } from './input-definition.js';
import type { InputValue } from './instrument.js';

/** What several answers say about the same inputs. If they disagree, the more cautious answer is used. */
export class InputSheet {
  constructor(private readonly definitions: ReadonlyMap<string, InputDefinition>) {}

  private readonly values: Record<string, InputValue> = {};
  private readonly disputed = new Set<string>();

  /**
   * Adds one answer. If two disagree, the answer on the cautious side of the input is used: true and the larger number
   * unless its definition says otherwise, and the code that comes first in `CAUTIOUS_CODES`.
   */
  say(name: string, value: InputValue): void {
    const before = this.values[name];
    if (before === undefined) {
      this.values[name] = value;
      return;
    }
    if (before === value) return;
    this.disputed.add(name);
    if (this.isMoreCautious(name, value, before)) this.values[name] = value;
  }

  sayAll(inputs: Inputs): void {
    for (const [name, value] of Object.entries(inputs)) this.say(name, value);
  }

  /**
   * Adds what follows from the answers. It replaces an answer only by a yes, a no or a number that is more cautious. A
   * yes or a no that disagrees with an answer is a contradiction, whichever of the two is used.
   */
  conclude(implications: readonly Implication[]): void {
    for (let moved = true; moved;) {
      moved = false;
      for (const { when, implies } of implications) {
        if (holds(when, this.values) !== true) continue;
        for (const [name, value] of Object.entries(implies)) {
          const before = this.values[name];
          if (before === undefined) this.values[name] = value;
          else if (typeof value !== 'string' && this.isMoreCautious(name, value, before))
            this.say(name, value);
          else {
            // Both were answered; a number that follows is a bound, so a larger one does not contradict it.
            if (typeof value === 'boolean' && value !== before) this.disputed.add(name);
            continue;
          }
          moved = true;
        }
      }
    }
  }

  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  get(name: string): InputValue | undefined {
    return this.values[name];
  }

  get inputs(): Inputs {
    return this.values;
  }

  /** Inputs on which answers disagreed. */
  get contradictions(): string[] {
    return [...this.disputed].sort();
  }

  private isMoreCautious(name: string, value: InputValue, than: InputValue): boolean {
    const cautious = this.definitions.get(name)?.cautious ?? 'larger';
    if (typeof value === 'string' || typeof than === 'string') return rank(value) < rank(than);
    return takesSmaller(cautious, Math.min(Number(value), Number(than))) ? value < than : value > than;
  }
}

function takesSmaller(cautious: CautiousSide, smaller: number): boolean {
  return typeof cautious === 'string' ? cautious === 'smaller' : smaller < cautious.smallerBelow;
}

const CAUTIOUS_CODES = ['yes', 'maybe', 'no'];

function rank(value: InputValue): number {
  const at = CAUTIOUS_CODES.indexOf(String(value));
  return at < 0 ? CAUTIOUS_CODES.length : at;
}
