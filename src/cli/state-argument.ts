import { InvalidArgumentError } from 'commander';
import { STATES } from '../core/vocabulary/places.js';

/** A state as an argument of a command: its postal code, in any letters. */
export function stateArgument(text: string): string {
  const code = text.toUpperCase();
  if (!(STATES as readonly string[]).includes(code))
    throw new InvalidArgumentError('must be the postal code of a state, such as CT');
  return code;
}
