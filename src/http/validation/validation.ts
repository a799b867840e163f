import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { unknownField } from './codes.decorators.js';
import { FIELD_RULE, fieldsOf, type Flaw, flawsOf, isListField } from './field-rule.js';
import { jsonPointer, shorten } from './json-pointer.js';
import { readCompiledBody } from './read-compiled-body.js';
import { type FieldError, Problem } from '../problem.js';

const PRIMITIVES: readonly unknown[] = [String, Boolean, Number, Array, Object, Buffer];

/**
 * The one pipe for bodies and queries with a request class: creates an instance of it, or throws a 400 problem with
 * every invalid field, including unknown fields. Types are never guessed: `"5"` is not 5 in a body, and a query
 * parameter is a number only if its class says so.
 */
@Injectable()
export class RequestValidation implements PipeTransform {
  async transform(value: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom' || metatype === undefined || PRIMITIVES.includes(metatype)) return value;
    const given = value === undefined && mayBeLeftOut(metatype) ? {} : value;
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      throw Problem.badRequest([{ pointer: '', message: whatIsNoObject(given) }]);
    }
    const compiled = type === 'body' ? readCompiledBody(metatype, given) : undefined;
    return compiled ?? readByRules(metatype, given, type);
  }
}

/** An instance of a request class after every rule of it; throws a 400 problem with every invalid field. */
export async function readByRules(
  requestClass: Function,
  given: object,
  type: ArgumentMetadata['type'],
): Promise<object> {
  // Spread: Fastify's query has no prototype, and class-validator uses the constructor of an object.
  const request = plainToInstance(requestClass as new () => object, declaredIn(requestClass, given));
  const errors = await validate(request, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: true, value: true },
  });
  if (errors.length === 0) return request;
  const found: Flaw[] = [];
  collect(errors, [], found);
  const errorOf =
    type === 'body' ? bodyError : parameterError(requestClass, given as Record<string, unknown>);
  throw Problem.badRequest(found.map(errorOf));
}

/**
 * All that is given; for a class that declares `static readonly ignoresUnknown = true`, only what it declares. The handler
 * of such a class says what it ignored.
 */
function declaredIn(requestClass: Function, given: object): object {
  if ((requestClass as { ignoresUnknown?: boolean }).ignoresUnknown !== true) return { ...given };
  const known = fieldsOf(requestClass);
  return Object.fromEntries(Object.entries(given).filter(([name]) => known.includes(name)));
}

/** A body class declares this by `static readonly bodyMayBeLeftOut = true`: a POST that needs no body. */
function mayBeLeftOut(metatype: object): boolean {
  return (metatype as { bodyMayBeLeftOut?: boolean }).bodyMayBeLeftOut === true;
}

function whatIsNoObject(value: unknown): string {
  if (value === undefined) return 'is missing; send a JSON object as application/json';
  const kind = value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`;
  return `must be a JSON object, not ${kind}`;
}

/** Every error in a tree of class-validator errors, in the order of the fields. */
function collect(errors: readonly ValidationError[], above: readonly string[], found: Flaw[]): void {
  for (const { property, constraints = {}, children = [], target, value } of errors) {
    const place = [...above, property];
    const requestClass = target?.constructor ?? Object;
    if (FIELD_RULE in constraints) {
      // Any other error of this field follows from its own rule.
      for (const one of flawsOf(requestClass, property, value)) {
        found.push({ ...one, at: [...place, ...one.at] });
      }
    } else if ('whitelistValidation' in constraints) {
      found.push({ ...unknownField(property, fieldsOf(requestClass)), at: place });
    } else {
      for (const message of Object.values(constraints)) {
        found.push({ at: place, message: withoutName(message, property) });
      }
      collect(children, place, found);
    }
  }
}

/** class-validator begins its messages with the name of the field, which the place already has. */
function withoutName(message: string, property: string): string {
  return message.replace(`each value in ${property} `, 'each value ').replace(`${property} `, '');
}

function bodyError({ at, message, suggestion }: Flaw): FieldError {
  return { pointer: jsonPointer(at), message, ...(suggestion !== undefined && { suggestion }) };
}

/** A parameter has no nested places, and may have been sent more than once. */
function parameterError(requestClass: Function, query: Record<string, unknown>): (flaw: Flaw) => FieldError {
  return ({ at, message, suggestion }) => {
    const parameter = String(at[0]);
    const isRepeated = Array.isArray(query[parameter]) && fieldsOf(requestClass).includes(parameter);
    if (isRepeated && !isListField(requestClass, parameter)) {
      return { parameter, message: 'is given more than once; give it once' };
    }
    return {
      parameter: shorten(parameter),
      message: message.replace(/^unknown field/, 'unknown parameter'),
      ...(suggestion !== undefined && { suggestion }),
    };
  };
}
