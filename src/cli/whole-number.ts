import { InvalidArgumentError } from 'commander';

/** A reader of an option that takes a whole number from `from` to `to`. */
export function wholeNumber(from: number, to: number): (value: string) => number {
  const digits = String(to).length;
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || value.length > digits || number < from || number > to)
      throw new InvalidArgumentError(`Use a whole number from ${from} to ${to}.`);
    return number;
  };
}
