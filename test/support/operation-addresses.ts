/** Identifiers of nothing, in the right format. */
const ABSENT = '7b1a3a46-2f0e-5a51-9a53-5b4e6f8d0c21';

/** An address of an operation, of an existing entity where every installation has one. */
export function addressOf({ path }: { readonly path: string }): string {
  return path
    .replace('{version}', 'current')
    .replace('{code}', 'contingency-management')
    .replace(/(instruments|Questionnaire)\/\{id\}/, '$1/audit-c')
    .replace(/\{\w+\}/g, ABSENT);
}
