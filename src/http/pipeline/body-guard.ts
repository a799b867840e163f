import { jsonPointer, shorten } from '../validation/json-pointer.js';
import { Problem } from '../problem.js';

/** The maximum length of a request body in bytes: 256 kB. */
export const BODY_LIMIT = 256 * 1024;

/** How deeply objects and arrays in a body may be nested. */
export const MAX_DEPTH = 20;

/** How many values a body may have, and how many fields one object: processing them takes longer than sending them. */
export const MAX_VALUES = 10_000;
export const MAX_FIELDS = 500;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses a JSON body before any other code sees it. Throws a 400 problem for a body that is not UTF-8, not JSON, empty,
 * nested deeper than 20 or larger than any of ours, or that has control characters, lone surrogates, numbers beyond
 * double precision, or keys that every JavaScript object already has, such as `__proto__`.
 */
export function parseBody(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  if (text.trim() === '') throw bodyProblem('is empty; send a JSON object');
  const value = parse(text);
  guardValue(value);
  return value;
}

/**
 * Reads a form (`application/x-www-form-urlencoded`): each name with its value, or with all of them if it is given several
 * times. Throws a 400 problem for what is not UTF-8, for too many fields and for names and texts that are not allowed.
 */
export function parseForm(bytes: Uint8Array): unknown {
  const fields = new URLSearchParams(decode(bytes));
  const form: Record<string, string | string[]> = {};
  if (fields.size > MAX_FIELDS) throw bodyProblem(`has more than ${MAX_FIELDS} fields`);
  for (const name of new Set(fields.keys())) {
    if (name in Object.prototype) throw bodyProblem(flawOfName(name)!);
    const values = fields.getAll(name);
    form[name] = values.length === 1 ? values[0]! : values;
  }
  guardValue(form);
  return form;
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw bodyProblem('is not valid UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof RangeError) throw bodyProblem(`is nested deeper than ${MAX_DEPTH}`);
    throw bodyProblem(`is not valid JSON${placeOf(error, text)}`);
  }
}

/** Only the position of V8's message is used: the rest of it repeats the body. */
function placeOf(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : '';
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined) return /Unexpected end/.test(message) ? ': it ends too early' : '';
  const before = text.slice(0, Number(position)).split('\n');
  return ` at line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

/** A value in the body, with the path back to the root. */
interface Visit {
  value: unknown;
  step: string | number;
  above: Visit | undefined;
  depth: number;
}

/** Visits every value of a body without recursion, so that deep nesting cannot overflow the stack. */
function guardValue(body: unknown): void {
  const waiting: Visit[] = [{ value: body, step: '', above: undefined, depth: 0 }];
  let values = 1;
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    const { value } = visit;
    if (typeof value === 'string') {
      const flaw = flawOfText(value);
      if (flaw !== undefined) throw valueProblem(visit, flaw);
    } else if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw valueProblem(visit, 'is a number that is too large');
    } else if (typeof value === 'object' && value !== null) {
      if (visit.depth === MAX_DEPTH) throw valueProblem(visit, `is nested deeper than ${MAX_DEPTH}`);
      const { length } = Array.isArray(value) ? value : Object.keys(value);
      if (!Array.isArray(value) && length > MAX_FIELDS)
        throw valueProblem(visit, `has more than ${MAX_FIELDS} fields`);
      values += length;
      if (values > MAX_VALUES) throw bodyProblem(`holds more than ${MAX_VALUES} values`);
      pushParts(visit, value, waiting);
    }
  }
}

function pushParts(visit: Visit, value: object, waiting: Visit[]): void {
  const depth = visit.depth + 1;
  if (Array.isArray(value)) {
    for (let at = value.length - 1; at >= 0; at--) {
      waiting.push({ value: value[at] as unknown, step: at, above: visit, depth });
    }
    return;
  }
  for (const [step, part] of Object.entries(value)) {
    const flaw = flawOfName(step);
    if (flaw !== undefined) throw valueProblem({ value: part, step, above: visit, depth }, flaw);
    waiting.push({ value: part, step, above: visit, depth });
  }
}

function pointerOf(visit: Visit): string {
  const steps: (string | number)[] = [];
  for (let at: Visit = visit; at.above !== undefined; at = at.above) steps.unshift(at.step);
  return jsonPointer(steps);
}

function valueProblem(visit: Visit, message: string): Problem {
  return Problem.malformed([{ pointer: pointerOf(visit), message }]);
}

function bodyProblem(message: string): Problem {
  return Problem.malformed([{ pointer: '', message }]);
}

/** Line breaks and tabs apart, these steer terminals and mean nothing in a text. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
/** They show what follows in another order than it is (Unicode, bidirectional embeddings, overrides and isolates). */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/;

/** Why a text of a request is not allowed, or undefined. PostgreSQL cannot store NUL and halves of surrogate pairs. */
export function flawOfText(text: string): string | undefined {
  if (text.includes('\0')) return 'contains a NUL character; remove it';
  if (/\p{Surrogate}/u.test(text)) return 'contains half of a surrogate pair; send whole characters';
  if (CONTROL.test(text)) return 'contains a control character; remove it';
  if (DIRECTION.test(text)) return 'contains a character that turns the direction of writing; remove it';
  return undefined;
}

/** Why a field or parameter may not have this name, or undefined. */
export function flawOfName(name: string): string | undefined {
  if (name in Object.prototype) return `"${shorten(name)}" is a reserved name; remove it`;
  const flaw = flawOfText(name);
  return flaw === undefined ? undefined : `has a name that ${flaw}`;
}
