/** What stops an import until a person has looked at the figure. */
export const BRAKE_KINDS = ['withdrawn', 'rows', 'unknown-codes'] as const;
export type BrakeKind = (typeof BRAKE_KINDS)[number];

/** Shares beyond which an import stops (design of interchange §9). */
const MOST_WITHDRAWN = 0.1;
const FEWEST_ROWS = 0.8;
const MOST_UNKNOWN_CODES = 0.05;

/** What an import would do, before anything is written. */
export interface BrakeFigures {
  readonly withdrawn: number;
  /** Published programs of the source, before the import. */
  readonly published: number;
  readonly rows: number;
  /** Rows of the last file of this source that changed the directory; `null` if there was none. */
  readonly rowsBefore: number | null;
  readonly unknownCodes: number;
  readonly codes: number;
}

/** A figure that stops an import: `figure` of `of`. */
export interface Brake {
  readonly kind: BrakeKind;
  readonly figure: number;
  readonly of: number;
}

/** The figures that a person has accepted. Another figure than the one that was seen stops the import again. */
export type AcceptedFigures = Readonly<Partial<Record<BrakeKind, number>>>;

/** Every figure that stops the import and was not accepted. */
export function brakesOn(figures: BrakeFigures, accepted: AcceptedFigures = {}): Brake[] {
  const { withdrawn, published, rows, rowsBefore, unknownCodes, codes } = figures;
  const brakes: Brake[] = [];
  if (withdrawn > published * MOST_WITHDRAWN)
    brakes.push({ kind: 'withdrawn', figure: withdrawn, of: published });
  if (rowsBefore !== null && rows < rowsBefore * FEWEST_ROWS)
    brakes.push({ kind: 'rows', figure: rows, of: rowsBefore });
  if (unknownCodes > codes * MOST_UNKNOWN_CODES)
    brakes.push({ kind: 'unknown-codes', figure: unknownCodes, of: codes });
  return brakes.filter(({ kind, figure }) => accepted[kind] !== figure);
}

/** What is wrong, in one sentence, and what may be the cause. */
export function brakeSentence({ kind, figure, of }: Brake): string {
  const [shown, whole] = [inThousands(figure), inThousands(of)];
  switch (kind) {
    case 'withdrawn':
      return `It would withdraw ${shown} of the ${whole} published programs of this source (${percent(figure, of)}); an import stops above 10 %. The file may be incomplete.`;
    case 'rows':
      return `The file has ${shown} rows, the last one of this source had ${whole} (${percent(figure, of)}); an import stops below 80 %. The file may be cut off.`;
    case 'unknown-codes':
      return `${shown} of ${whole} codes are not in the code book (${percent(figure, of)}); an import stops above 5 %. The file may be of another edition.`;
  }
}

/** Why nothing was imported, and what to type. */
export function stoppedSentence(brakes: readonly Brake[]): string {
  const reasons = brakes.map(brakeSentence).join(' ');
  const options = brakes.map((brake) => `--accept ${acceptance(brake)}`).join(' ');
  return `Nothing was imported. ${reasons} Look at the file. If it is right, add ${options}`;
}

/** The figure as it is accepted on the command line. */
export function acceptance({ kind, figure }: Brake): string {
  return `${kind}=${figure}`;
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)} %`;
}

/** A figure as people read it: `12,744`. */
export function inThousands(value: number): string {
  return value.toLocaleString('en-US');
}
