import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/connection.js';
import { ENTITIES } from '../../src/entities.js';
import type { ImportReport } from '../../src/interchange/import-run/import-report.js';
import { today } from './days.js';
import { csvOf, withFile } from './samhsa/facility-files.js';
import { importDirectory } from './samhsa/import-directory.js';
import { databaseWithRegistry, type TestDatabase } from './test-database.js';

/** A database with the registry, into which a test imports lists. */
export class ImportDatabase {
  private constructor(
    private readonly database: TestDatabase,
    readonly dataSource: DataSource,
  ) {}

  static async open(): Promise<ImportDatabase> {
    const database = await databaseWithRegistry();
    const options = { ...dataSourceOptions(database.connection, 0), entities: ENTITIES };
    return new ImportDatabase(database, await new DataSource(options).initialize());
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.database.drop();
  }

  /** Imports these facilities as the national directory of 2023, in place of those before. */
  directory(...facilities: Parameters<typeof csvOf>[0]): Promise<ImportReport> {
    return withFile('list.csv', csvOf(facilities), (file) =>
      importDirectory(this.dataSource, { file, edition: '2023', today, accept: { withdrawn: 1, rows: 1 } }),
    );
  }
}
