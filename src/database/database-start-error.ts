import { StartError } from '../config/start-error.js';

/** The database cannot be reached, started or used; the message says why and what to do. */
export class DatabaseStartError extends StartError {
  override name = 'DatabaseStartError';
}

/** Another process uses the data folder. */
export class DataFolderInUseError extends DatabaseStartError {
  override name = 'DataFolderInUseError';

  /** @param isElsewhere whether the process is in another container or on another machine */
  constructor(dataDir: string, pid: number, isElsewhere = false) {
    const place = isElsewhere ? ' of another container or machine' : '';
    super(
      `The data folder ${dataDir} is in use by process ${pid}${place} (treatment-navigator). ` +
        'Stop it, or set DATA_DIR to another folder.',
    );
  }
}
