import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../config/project-folder.js';
import {
  HEALTH_CENTERS,
  MENTAL_HEALTH_DIRECTORY,
  OPIOID_TREATMENT_PROGRAMS,
} from '../directory/supplementary-sources.js';
import type { SourceFile } from './import-run/import-source.js';
import type { NamedFile } from './import-run/file-head.js';
import { ImportRefused } from './import-run/import-refused.js';

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
   * @param map the path of the mapping file, in a kind that has one
   */
  readonly open: (file: NamedFile, edition: string, map?: string) => Promise<SourceFile>;
  /** A kind that is read by a mapping file: what that is, and the folder of `seed-data` with those of the project. */
  readonly map?: { readonly what: string; readonly folder: string };
  /** The edition of a file that is as of today. */
  readonly editionIsToday?: true;
  /** Reads a source over the network into a file in a folder; absent in a kind that is only read from files. */
  readonly fetch?: (
    address: string,
    folder: string,
    onProgress: (done: number, total: number) => void,
  ) => Promise<NamedFile>;
}

/** The mapping file with this name in the project, such as `ca`. Throws `ImportRefused` if there is none. */
export function namedMap({ map }: ImportKind, name: string | undefined): string | undefined {
  if (!map) return undefined;
  const folder = join(projectFolder, 'seed-data', map.folder);
  const names = readdirSync(folder).flatMap((file) => /^([a-z0-9-]+)\.yaml$/.exec(file)?.[1] ?? []);
  if (name !== undefined && names.includes(name)) return join(folder, `${name}.yaml`);
  throw new ImportRefused(
    `This kind of file is read by a mapping file; name one that the service has as \`map\`: ${names.join(', ')}.`,
  );
}

function needed(map: string | undefined): string {
  if (map !== undefined) return map;
  throw new ImportRefused('Name the mapping file with --map.');
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
  locator: {
    source: 'findtreatment-locator',
    what: "answers of FindTreatment.gov's treatment locator: programs that report about themselves",
    forms: 'JSON as the locator answers it, or CSV with name1, street1, city, state and zip',
    editionIs: 'the day of the file, such as 2026-11-30',
    open: async (file, edition) => (await import('./locator/locator-file.js')).openLocatorFile(file, edition),
  },
  licences: {
    source: 'license-list',
    what: "a state's list of licensed programs: what it says is verified",
    forms: 'CSV or a workbook (.xlsx) with the columns that the mapping file names',
    editionIs: 'the day of the file, such as 2026-11-30',
    map: {
      what: 'how the list of the state is read, such as seed-data/licences/ca.yaml',
      folder: 'licences',
    },
    open: async (file, edition, map) =>
      (await import('./licence/licence-file.js')).openLicenceFile(file, edition, needed(map)),
  },
  hsds: {
    source: 'hsds',
    what: 'services of another directory that speaks HSDS 3.x',
    forms: 'a page, a list or lines of services as JSON, or the address of the API',
    editionIs: 'the day on which the source was read; today, if it is not given',
    editionIsToday: true,
    map: {
      what: 'what the terms of the source mean; terms that it lacks are added to it',
      folder: 'hsds',
    },
    fetch: async (address, folder, onProgress) =>
      (await import('./hsds-source/fetch-services.js')).fetchServices(address, folder, onProgress),
    open: async (file, edition, map) =>
      (await import('./hsds-source/hsds-file.js')).openHsdsFile(file, edition, needed(map)),
  },
  otp: {
    source: OPIOID_TREATMENT_PROGRAMS,
    what: 'the federal list of certified opioid treatment programs: it adds to programs that are listed',
    forms: 'CSV with ID, ADDRESS, CITY, STATE and POSTAL, or a workbook (.xlsx) of it',
    editionIs: 'the day of the file, such as 2021-04-01',
    open: async (file, edition) =>
      (await import('./otp/certificate-file.js')).openCertificateFile(file, edition),
  },
  'mental-health': {
    source: MENTAL_HEALTH_DIRECTORY,
    what: "SAMHSA's directory of mental health treatment facilities: it adds web sites and doors to programs that are listed",
    forms:
      'CSV with name1, street1, city, state, zip, website, latitude and longitude, or a workbook (.xlsx) of it',
    editionIs: 'the day of the file, such as 2021-04-01',
    open: async (file, edition) =>
      (await import('./mental-health/facility-file.js')).openFacilityFile(file, edition),
  },
  hrsa: {
    source: HEALTH_CENTERS,
    what: 'the health center sites of HRSA: it adds doors, telephones and what the place is to programs that are listed',
    forms:
      'CSV as HRSA publishes it, or with name, st_abbr, city, address, phone, lon and lat, or a workbook (.xlsx) of either',
    editionIs: 'the day of the file, such as 2021-04-01',
    open: async (file, edition) =>
      (await import('./hrsa/health-center-file.js')).openHealthCenterFile(file, edition),
  },
} as const satisfies Readonly<Record<string, ImportKind>>;

export type ImportKindName = keyof typeof IMPORT_KINDS;
