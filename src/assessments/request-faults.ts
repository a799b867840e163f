import { type FieldError, Problem } from '../http/problem.js';

/** Faults of a request, collected so that one response reports all of them; an answer is never repeated. */
export class Faults {
  private readonly unreadable: FieldError[] = [];
  private readonly impossible: FieldError[] = [];

  /** Unknown codes, wrong types: 400. */
  bad(pointer: string, message: string, suggestion?: string): void {
    this.unreadable.push({ pointer, message, ...(suggestion === undefined ? {} : { suggestion }) });
  }

  /** Well-formed but not possible: 422. */
  no(pointer: string, message: string): void {
    this.impossible.push({ pointer, message });
  }

  throwIfAny(): void {
    if (this.unreadable.length > 0) throw Problem.badRequest(this.unreadable);
    if (this.impossible.length > 0) throw Problem.unprocessable(this.impossible);
  }
}
