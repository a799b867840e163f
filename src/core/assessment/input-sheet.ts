import { holds, type Inputs } from './expression.js';
import type { Implication } from './input-definition.js';
import type { InputValue } from './instrument.js';

/** What several answers say of the same inputs. Where they disagree the more cautious one stands. */
export class InputSheet {
  private readonly values: Record<string, InputValue> = {};
  private readonly disputed = new Set<string>();

  /** Takes one answer in; true, the larger number and the code named first in `CAUTIOUS_CODES` stand. */
  say(name: string, value: InputValue): void {
    const before = this.values[name];
    if (before === undefined) {
      this.values[name] = value;
      return;
    }
    if (before === value) return;
    this.disputed.add(name);
    this.values[name] = moreCautious(before, value);
  }

  sayAll(inputs: Inputs): void {
    for (const [name, value] of Object.entries(inputs)) this.say(name, value);
  }

  /**
   * Adds what follows. A yes that follows stands over a no that was said, and a larger number over a smaller one;
   * nothing else that was said moves.
   */
  conclude(implications: readonly Implication[]): void {
    for (let moved = true; moved;) {
      moved = false;
      for (const { when, implies } of implications) {
        if (holds(when, this.values) !== true) continue;
        for (const [name, value] of Object.entries(implies)) {
          const before = this.values[name];
          if (before === undefined) this.values[name] = value;
          else if (isRaised(before, value)) this.say(name, value);
          else continue;
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

  /** Inputs of which answers disagreed. */
  get contradictions(): string[] {
    return [...this.disputed].sort();
  }
}

function isRaised(before: InputValue, value: InputValue): boolean {
  if (typeof before === 'number' && typeof value === 'number') return value > before;
  return before === false && value === true;
}

const CAUTIOUS_CODES = ['yes', 'maybe', 'no'];

function moreCautious(a: InputValue, b: InputValue): InputValue {
  if (typeof a === 'boolean' && typeof b === 'boolean') return a || b;
  if (typeof a === 'number' && typeof b === 'number') return Math.max(a, b);
  const rank = (value: InputValue) => {
    const at = CAUTIOUS_CODES.indexOf(String(value));
    return at < 0 ? CAUTIOUS_CODES.length : at;
  };
  return rank(b) < rank(a) ? b : a;
}
