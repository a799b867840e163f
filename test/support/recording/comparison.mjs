import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ANSWERS_FILE, SUMMARY_FILE } from './recorder.mjs';

/** What one side does not have. */
export const ABSENT = Symbol('absent');

/**
 * Compares two recordings.
 *
 * @returns {Promise<{equal: string[], differing: {name: string, request: object, differences: Difference[]}[],
 * warnings: string[]}>} where a difference is `{pointer, before, after}`
 */
export async function compareRecordings(folderBefore, folderAfter) {
  const [before, after] = await Promise.all([readRecording(folderBefore), readRecording(folderAfter)]);
  const names = [...new Set([...before.answers.keys(), ...after.answers.keys()])];
  const equal = [];
  const differing = [];
  for (const name of names) {
    const differences = await differencesOf(name, before, after);
    if (differences.length === 0) equal.push(name);
    else {
      const { request } = before.answers.get(name) ?? after.answers.get(name);
      differing.push({ name, request, differences });
    }
  }
  return { equal, differing, warnings: warningsOf(before, after) };
}

async function readRecording(folder) {
  const read = async (name) => {
    try {
      return await readFile(join(folder, name), 'utf8');
    } catch (error) {
      throw new Error(`${folder} is no whole recording: ${error.message}. Record it again.`, {
        cause: error,
      });
    }
  };
  const summary = JSON.parse(await read(SUMMARY_FILE));
  const lines = (await read(ANSWERS_FILE)).trimEnd().split('\n');
  const answers = new Map(lines.map((line) => JSON.parse(line)).map((answer) => [answer.name, answer]));
  return { folder, summary, answers };
}

/** The day affects the ages of facts and what is overdue. */
function warningsOf(...recordings) {
  const days = new Set(recordings.flatMap(({ summary }) => [summary.day, summary.endedOn]));
  return days.size === 1
    ? []
    : [`The recordings are of several days (${[...days].join(', ')}): what moves with the day differs.`];
}

async function differencesOf(name, before, after) {
  const pair = [before, after].map(({ answers }) => answers.get(name));
  if (pair.includes(undefined))
    return [
      { pointer: 'answer', before: pair[0] ? 'recorded' : ABSENT, after: pair[1] ? 'recorded' : ABSENT },
    ];
  const [one, other] = pair;
  const bodies = await Promise.all(
    [before, after].map(({ folder }) => readFile(join(folder, `${name}.body`))),
  );
  return [
    // A request that continues from a response differs once that response differs.
    ...differencesWithin(one.request, other.request, 'request '),
    ...differencesWithin(one.status, other.status, 'status'),
    ...differencesWithin(one.headers, other.headers, 'header '),
    ...differencesOfBodies(...bodies),
  ];
}

function differencesOfBodies(before, after) {
  if (before.equals(after)) return [];
  const [one, other] = [before, after].map((bytes) => parsed(bytes));
  const found = one === undefined || other === undefined ? [] : differencesWithin(one, other, '');
  if (found.length > 0) return found;
  const differs = before.findIndex((byte, index) => byte !== after[index]);
  const at = differs === -1 ? before.length : differs;
  const around = (bytes) => bytes.subarray(Math.max(0, at - 20), at + 40).toString();
  return [{ pointer: `byte ${at}`, before: around(before), after: around(after) }];
}

function parsed(bytes) {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

/** Every place in which two JSON values differ, by JSON pointer; the order of keys is compared as well. */
export function differencesWithin(before, after, pointer) {
  if (Object.is(before, after)) return [];
  if (!areAlike(before, after)) return [{ pointer, before, after }];
  const keys = [before, after].map((value) => Object.keys(value));
  const all = [...new Set(keys.flat())];
  const found = all.flatMap((key) => {
    const [one, other] = [before, after].map((value) => (Object.hasOwn(value, key) ? value[key] : ABSENT));
    return differencesWithin(one, other, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  });
  const inBoth = keys.map((own, side) => own.filter((key) => keys[1 - side].includes(key)));
  if (inBoth[0].join('\n') !== inBoth[1].join('\n'))
    found.push({ pointer: `${pointer} (order of keys)`, before: inBoth[0], after: inBoth[1] });
  return found;
}

function areAlike(before, after) {
  const isObject = (value) => typeof value === 'object' && value !== null;
  return isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after);
}

/** A pointer without the places in lists, so that the same change in many places counts as one. */
function shapeOf(pointer) {
  return pointer.replaceAll(/\/\d+(?=\/|$| )/g, '/*').replace(/^byte \d+$/, 'byte *');
}

/**
 * Differences by the shape of their pointers: where the most answers differ first.
 *
 * @returns {{shape: string, answers: number, places: number, changes: {before: string, after: string, places: number}[]}[]}
 */
export function byShape(differing) {
  const shapes = new Map();
  for (const { name, differences } of differing)
    for (const { pointer, before, after } of differences) {
      const shape = shapeOf(pointer);
      if (!shapes.has(shape)) shapes.set(shape, { names: new Set(), places: 0, changes: new Map() });
      const group = shapes.get(shape);
      group.names.add(name);
      group.places += 1;
      const change = `${shown(before)}\n${shown(after)}`;
      group.changes.set(change, (group.changes.get(change) ?? 0) + 1);
    }
  return [...shapes]
    .map(([shape, { names, places, changes }]) => ({
      shape,
      answers: names.size,
      places,
      changes: [...changes]
        .map(([change, count]) => ({ values: change.split('\n'), count }))
        .map(({ values: [before, after], count }) => ({ before, after, places: count }))
        .sort((a, b) => b.places - a.places),
    }))
    .sort((a, b) => b.answers - a.answers || b.places - a.places);
}

const LONGEST_SHOWN = 160;

/** A value in one line. */
export function shown(value) {
  if (value === ABSENT) return '(absent)';
  const text = JSON.stringify(value);
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}
