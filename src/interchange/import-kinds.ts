import { OPIOID_TREATMENT_PROGRAMS } from '../directory/supplementary-sources.js';
import type { SourceFile } from './import-run/import-source.js';
import type { NamedFile } from './import-run/read-table-file.js';

/** A kind of file that can be imported. */
export interface ImportKind {
  /** As in the records of its programs. */
  readonly source: string;
  /** What it is, after "import". */
  readonly what: string;
  /** The forms in which it is read. */
  readonly forms: string;
  /** What names an edition of it. */
  readonly editionIs: string;
  /**
   * Opens a file of this kind. Throws `ImportRefused` for any other file, and for an edition that cannot be read.
   *
   * @param edition as `editionIs` says
   */
  readonly open: (file: NamedFile, edition: string) => Promise<SourceFile>;
}

/** Every kind by its name on the command line and over HTTP. What a kind needs is loaded when a file is opened. */
export const IMPORT_KINDS = {
  samhsa: {
    source: 'samhsa',
    what: "an edition of SAMHSA's national directory of drug and alcohol use treatment facilities",
    forms: 'the workbook (.xlsx), or the same table as CSV',
    editionIs: 'the year of publication, such as 2023',
    open: async (file, edition) =>
      (await import('./samhsa/directory-file.js')).openDirectoryFile({ file, edition }),
  },
  otp: {
    source: OPIOID_TREATMENT_PROGRAMS,
    what: 'the federal list of certified opioid treatment programs: it adds to programs that are listed',
    forms: 'CSV with ID, ADDRESS, CITY, STATE and POSTAL, or a workbook (.xlsx) of it',
    editionIs: 'the day of the file, such as 2021-04-01',
    open: async (file, edition) =>
      (await import('./otp/certificate-file.js')).openCertificateFile(file, edition),
  },
} as const satisfies Readonly<Record<string, ImportKind>>;

export type ImportKindName = keyof typeof IMPORT_KINDS;
