/** An import that is not possible: one plain sentence for the user. Nothing was written. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
}
