/** Collects parameters while SQL is built, so that no value is ever part of the text. */
export class SqlStatement {
  readonly parameters: unknown[] = [];

  /** The place of a value in the text, such as `$3`. */
  bind(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }
}
