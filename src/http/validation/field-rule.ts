import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { getMetadataStorage, ValidateBy, ValidateIf } from 'class-validator';

/** What is wrong inside the value of one field. `at` is the path from the field to the invalid part: `[]`, `[3]`. */
export interface Flaw {
  at: readonly (string | number)[];
  message: string;
  suggestion?: string;
}

/** Returns everything that is wrong with a value; nothing if it is valid. */
export type Explain = (value: unknown) => Flaw[];

/** Options of all field decorators. */
export interface FieldOptions {
  /** May be omitted. `null` is never accepted for an omitted field. */
  optional?: boolean;
  description?: string;
  example?: unknown;
}

/** How the value of a field is read, beside its rule and its schema. */
export interface FieldReading {
  /** Brings an accepted value into its one form, such as a UUID into lower case; leaves any other value as it is. */
  readonly read?: (value: unknown) => unknown;
  /** The class of the object that the field holds, or of each object of its list. */
  readonly classOf?: () => new () => object;
  /** The rule refuses some values that the schema accepts: a compiled schema alone is not enough. */
  readonly rulesMore?: boolean;
}

/** A field of a request class, for a check by its schema. */
export interface SchemaField extends FieldReading {
  readonly name: string;
  readonly optional: boolean;
  readonly isList: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
  /** Finds the flaws of a value that was read. */
  readonly explain: Explain;
}

/** The name of our rules in class-validator. */
export const FIELD_RULE = 'fieldRule';

/** A field of a request: one rule that both validates it and explains errors, and its entry in the OpenAPI document. */
export function FieldRule(
  explain: Explain,
  schema: ApiPropertyOptions,
  { optional = false, description, example }: FieldOptions,
  reading: FieldReading = {},
): PropertyDecorator {
  const explainField: Explain = (value) =>
    value === undefined ? [{ at: [], message: 'is required' }] : explain(value);
  const isList = ('isArray' in schema && schema.isArray === true) || schema.type === 'array';
  const { read } = reading;
  return applyDecorators(
    ...(read ? [Transform(({ value }: { value: unknown }) => read(value))] : []),
    ...(optional ? [ValidateIf((_object: object, value: unknown) => value !== undefined)] : []),
    ValidateBy({
      name: FIELD_RULE,
      constraints: [explainField, isList, { ...reading, optional, schema }],
      validator: { validate: (value: unknown) => explainField(value).length === 0 },
    }),
    ApiProperty({
      ...schema,
      required: !optional,
      ...(description !== undefined && { description }),
      ...(example !== undefined && { example }),
    } as ApiPropertyOptions),
  );
}

/** A flaw of the whole value. */
export function flaw(message: string, suggestion?: string): Flaw[] {
  return [{ at: [], message, ...(suggestion !== undefined && { suggestion }) }];
}

/** The names of all fields that a request class declares. */
export function fieldsOf(requestClass: Function): string[] {
  return [...new Set(rulesOf(requestClass).map((rule) => rule.propertyName))];
}

/** The errors that our rules find in one value of a request class. */
export function flawsOf(requestClass: Function, field: string, value: unknown): Flaw[] {
  return rulesOf(requestClass)
    .filter((rule) => rule.propertyName === field && rule.name === FIELD_RULE)
    .flatMap((rule) => (rule.constraints[0] as Explain)(value));
}

/** The fields of a request class with their schemas, those of its base classes among them. */
export function schemaFieldsOf(requestClass: Function): SchemaField[] {
  return rulesOf(requestClass)
    .filter(({ name }) => name === FIELD_RULE)
    .map(({ propertyName: name, constraints: [explain, isList, rest] }) => ({
      ...(rest as Pick<SchemaField, 'schema' | 'optional'> & FieldReading),
      name,
      isList: isList as boolean,
      explain: explain as Explain,
    }));
}

/** Whether a field of a request class holds a list. */
export function isListField(requestClass: Function, field: string): boolean {
  return rulesOf(requestClass).some((rule) => rule.propertyName === field && rule.constraints?.[1] === true);
}

function rulesOf(requestClass: Function) {
  return getMetadataStorage().getTargetValidationMetadatas(requestClass, '', false, false);
}
