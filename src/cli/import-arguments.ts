import { InvalidArgumentError } from 'commander';
import { type AcceptedFigures, BRAKE_KINDS, type BrakeKind } from '../interchange/import-run/brakes.js';

/** One `--accept withdrawn=4180`, with those before it. */
export function acceptedFigure(written: string, before: AcceptedFigures = {}): AcceptedFigures {
  const [kind, figure] = written.split('=');
  if (!BRAKE_KINDS.includes(kind as BrakeKind) || !/^[0-9]{1,9}$/.test(figure ?? ''))
    throw new InvalidArgumentError(
      `It must be one of ${BRAKE_KINDS.map((one) => `${one}=<number>`).join(', ')}, as the report says.`,
    );
  return { ...before, [kind as BrakeKind]: Number(figure) };
}

/** Whether what the user named is an address of the web, and no file. */
export function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}
