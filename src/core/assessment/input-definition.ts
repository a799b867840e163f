import type { Expression, Inputs } from './expression.js';
import type { InEachLanguage } from '../vocabulary/languages.js';
import type { InputValue } from './instrument.js';

/** The values that an input of the rules may have. */
export type InputType =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'code'; readonly codes: readonly string[] };

/**
 * Which of two answers that disagree is the cautious one; of yes and no, no is the smaller. `smallerBelow`: the larger,
 * unless the smaller is below this: rules for adults do not apply to someone who may be a minor.
 */
export type CautiousSide = 'larger' | 'smaller' | { readonly smallerBelow: number };

/** An input that the safety and level-of-care rules read, and what it means. */
export interface InputDefinition {
  readonly name: string;
  readonly type: InputType;
  /** Shown to people. */
  readonly meaning: InEachLanguage;
  /** For a family client: about the family member who answers, not about the loved one. */
  readonly aboutAnswerer: boolean;
  readonly cautious: CautiousSide;
}

/** What follows from an answer without another question: an AUDIT-C of 8 is heavy drinking. */
export interface Implication {
  readonly when: Expression;
  readonly implies: Inputs;
  readonly source: string;
}

export function isOfType(value: unknown, type: InputType): value is InputValue {
  switch (type.kind) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value) && (value as number) >= type.min && (value as number) <= type.max;
    case 'code':
      return typeof value === 'string' && type.codes.includes(value);
  }
}
