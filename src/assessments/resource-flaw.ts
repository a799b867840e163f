/** What is wrong with a FHIR resource, and where. It never repeats an answer. */
export interface ResourceFlaw {
  readonly at: readonly (string | number)[];
  readonly message: string;
  readonly suggestion?: string;
  /** `true`: well-formed but not possible (422). `false`: a wrong type or an unknown code (400). */
  readonly readable: boolean;
}

export function unreadable(
  at: readonly (string | number)[],
  message: string,
  suggestion?: string,
): ResourceFlaw {
  return { at, message, ...(suggestion === undefined ? {} : { suggestion }), readable: false };
}

export function impossible(at: readonly (string | number)[], message: string): ResourceFlaw {
  return { at, message, readable: true };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
