import jsep from 'jsep';
import { type Expression, type Operator, OPERATORS } from '../core/assessment/expression.js';
import { type InputDefinition, isOfType } from '../core/assessment/input-definition.js';
import type { InputValue } from '../core/assessment/instrument.js';
import { closestWord } from '../http/validation/closest-word.js';

/** An expression of a rule table that cannot be used; the message says what is wrong with it. */
export class ExpressionError extends Error {
  override name = 'ExpressionError';
}

/**
 * Reads an expression such as `age<65 && pregnant=='no'`: comparisons of an input with a literal, joined by `&&`
 * and `||`. Throws an `ExpressionError` for anything else, for an input that is not defined and for a value it
 * cannot have.
 */
export function readExpression(text: string, inputs: ReadonlyMap<string, InputDefinition>): Expression {
  let tree: jsep.Expression;
  try {
    tree = jsep(text);
  } catch (error) {
    throw new ExpressionError(`"${text}" cannot be read: ${(error as Error).message}`);
  }
  return toExpression(tree, text, inputs);
}

function toExpression(
  node: jsep.Expression,
  text: string,
  inputs: ReadonlyMap<string, InputDefinition>,
): Expression {
  if (node.type !== 'BinaryExpression')
    throw new ExpressionError(`"${text}" must compare inputs with values, joined by && and ||`);
  const { operator, left, right } = node as jsep.BinaryExpression;
  if (operator === '&&' || operator === '||') {
    const kind = operator === '&&' ? 'all' : 'any';
    const parts = [left, right].map((side) => toExpression(side, text, inputs));
    // A chain is read as one list, so that a reason can name all its parts in the same way.
    return { kind, parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])) };
  }
  if (!OPERATORS.includes(operator as Operator))
    throw new ExpressionError(`"${text}" uses ${operator}; only ${OPERATORS.join(' ')} && || are known`);
  const name = nameOf(left, text);
  const definition = inputs.get(name);
  if (!definition) {
    const meant = closestWord(name, [...inputs.keys()]);
    throw new ExpressionError(
      `"${text}" names ${name}, which is not an input${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    );
  }
  if (right.type !== 'Literal')
    throw new ExpressionError(`"${text}" must compare ${name} with a number, true, false or 'text'`);
  const value = (right as jsep.Literal).value as InputValue;
  // A bound may be just outside the range of the input: `weeks>4`.
  const fits =
    typeof value === 'number' ? definition.type.kind === 'integer' : isOfType(value, definition.type);
  if (!fits)
    throw new ExpressionError(
      `"${text}" compares ${name} with ${String(value)}, which is not one of its values`,
    );
  return { kind: 'comparison', input: name, operator: operator as Operator, value };
}

/** `use.alcohol_daily` is one name, not a property of something. */
function nameOf(node: jsep.Expression, text: string): string {
  if (node.type === 'Identifier') return (node as jsep.Identifier).name;
  if (node.type === 'MemberExpression' && !(node as jsep.MemberExpression).computed) {
    const { object, property } = node as jsep.MemberExpression;
    return `${nameOf(object, text)}.${nameOf(property, text)}`;
  }
  throw new ExpressionError(`"${text}" must name an input on the left of each comparison`);
}
