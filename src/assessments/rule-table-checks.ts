import { SeedFileError } from '../config/seed-file.js';
import type { Inputs } from '../core/assessment/expression.js';
import { type InputDefinition, isOfType } from '../core/assessment/input-definition.js';
import type { Instrument } from '../core/assessment/instrument.js';
import type { InterviewStep } from '../core/assessment/interview.js';
import { closestWord } from '../http/validation/closest-word.js';
import type { Helpline } from './helpline.js';

/* What tables name in each other has to exist: each check throws a `SeedFileError` that names the entry and the fix. */

export function refuseTwice(file: string, list: string, entries: readonly { readonly id: string }[]): void {
  const twice = entries.find(({ id }, at) => entries.findIndex((other) => other.id === id) < at);
  if (twice) throw new SeedFileError(file, [`${list}/${twice.id}: the id is used twice; rename one`]);
}

export function refuseWrongInputs(
  file: string,
  place: string,
  values: Inputs,
  inputs: ReadonlyMap<string, InputDefinition>,
): void {
  for (const [name, value] of Object.entries(values)) {
    refuseInput(file, place, name, inputs);
    if (!isOfType(value, inputs.get(name)!.type))
      throw new SeedFileError(file, [`${place}/${name}: is never ${String(value)}`]);
  }
}

export function refuseUnknownItems(
  file: string,
  place: string,
  { instrument: id, items = [] }: Pick<InterviewStep, 'instrument' | 'items'>,
  instruments: ReadonlyMap<string, Instrument>,
): void {
  const instrument = instruments.get(id);
  if (!instrument)
    throw new SeedFileError(file, [
      `${place}/instrument: there is no instrument ${id}${meant(id, instruments.keys())}`,
    ]);
  const known = instrument.items.map((item) => item.id);
  const lost = items.find((item) => !known.includes(item));
  if (lost !== undefined)
    throw new SeedFileError(file, [`${place}/items: ${id} has no item ${lost}${meant(lost, known)}`]);
}

/** Answers set inputs by name: an input that no rule knows would be ignored silently. */
export function refuseUnknownInputsOfInstruments(
  instruments: ReadonlyMap<string, Instrument>,
  inputs: ReadonlyMap<string, InputDefinition>,
): void {
  for (const { id, items, scales } of instruments.values()) {
    const file = `instruments/${id}.yaml`;
    for (const { code, input } of scales)
      if (input !== undefined) refuseInput(file, `scales/${code}/input`, input, inputs);
    for (const item of items) {
      if (item.input !== undefined) refuseInput(file, `items/${item.id}/input`, item.input, inputs);
      for (const { sets = {}, setsFor = {}, unticked = {} } of item.options ?? []) {
        for (const inputsFor of Object.values(setsFor))
          refuseWrongInputs(file, `items/${item.id}`, inputsFor, inputs);
        refuseWrongInputs(file, `items/${item.id}`, sets, inputs);
        refuseWrongInputs(file, `items/${item.id}`, unticked, inputs);
      }
    }
  }
}

export function refuseInput(
  file: string,
  place: string,
  name: string,
  inputs: ReadonlyMap<string, InputDefinition>,
): void {
  if (!inputs.has(name))
    throw new SeedFileError(file, [
      `${place}: ${name} is not an input of inputs.yaml${meant(name, inputs.keys())}`,
    ]);
}

/** What a rule names as missing is shown in words: an input, or a topic of inputs.yaml. */
export function refuseUnknownTopics(
  file: string,
  place: string,
  names: readonly string[],
  inputs: ReadonlyMap<string, InputDefinition>,
  topics: Readonly<Record<string, unknown>>,
): void {
  const lost = names.find((name) => !inputs.has(name) && !Object.hasOwn(topics, name));
  if (lost !== undefined)
    throw new SeedFileError(file, [
      `${place}: ${lost} is neither an input nor a topic of inputs.yaml${meant(lost, [...inputs.keys(), ...Object.keys(topics)])}`,
    ]);
}

/** A message without its line would tell someone in danger to call no one. */
export function refuseUnknownLines(
  file: string,
  place: string,
  ids: readonly string[],
  lines: ReadonlyMap<string, Helpline>,
): void {
  const lost = ids.find((id) => !lines.has(id));
  if (lost !== undefined)
    throw new SeedFileError(file, [
      `${place}: there is no line ${lost} in lines.yaml${meant(lost, lines.keys())}`,
    ]);
}

/** ` (did you mean "maternal"?)`, or an empty text if no known name is close. */
export function meant(written: string, known: Iterable<string>): string {
  const closest = closestWord(written, [...known]);
  return closest === undefined ? '' : ` (did you mean "${closest}"?)`;
}
