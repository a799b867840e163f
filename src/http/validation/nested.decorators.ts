import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { FieldRule, type FieldOptions, type Flaw, flaw } from './field-rule.js';

/**
 * Returns a class that may be declared further down. It is wrapped where the OpenAPI document needs it, which
 * distinguishes such a function from a class by its name, `type`.
 */
type ClassOf = () => new () => object;

/** A field that holds one object of a request class, validated recursively. */
export function NestedObject(classOf: ClassOf, options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    // ValidateNested alone would accept an array instead of an object.
    FieldRule(
      (value) => (isObject(value) ? [] : flaw('must be an object')),
      { type: () => classOf() },
      options,
      { classOf },
    ),
    ValidateNested(),
    Type(classOf),
  );
}

/** A field that holds a list of at most `max` objects of a request class. */
export function NestedObjects(
  classOf: ClassOf,
  options: FieldOptions & { max: number; min?: number },
): PropertyDecorator {
  const { max, min = 0 } = options;
  return applyDecorators(
    FieldRule(
      (value) => {
        if (!Array.isArray(value)) return flaw('must be an array of objects');
        if (value.length > max) return flaw(`must have at most ${max} items`);
        if (value.length < min) return flaw(`must have at least ${min} ${min === 1 ? 'item' : 'items'}`);
        return value.flatMap((one: unknown, at): Flaw[] =>
          isObject(one) ? [] : [{ at: [at], message: 'must be an object' }],
        );
      },
      { type: () => classOf(), isArray: true, maxItems: max, ...(min > 0 && { minItems: min }) },
      options,
      { classOf },
    ),
    ValidateNested({ each: true }),
    Type(classOf),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
