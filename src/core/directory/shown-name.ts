/** Both lines of a name, as one text. */
export function shownNameOf({
  name,
  nameDetail,
}: {
  readonly name: string;
  readonly nameDetail: string | null;
}): string {
  return nameDetail === null ? name : `${name} / ${nameDetail}`;
}

/** The lines of a street that are known. */
export function streetLinesOf({
  street1,
  street2,
}: {
  readonly street1: string | null;
  readonly street2: string | null;
}): string[] {
  return [street1, street2].filter((line): line is string => line !== null && line !== '');
}

/** What is said of a program that is made up, wherever it is shown. */
export const FICTIONAL = 'Fictional, for demonstration: it cannot be contacted.';
