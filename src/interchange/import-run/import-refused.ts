/** An import that cannot be done: one plain sentence for the person at the terminal. Nothing was written. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
}
