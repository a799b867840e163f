import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { createHttpApp } from '../../../src/create-app.js';
import { DatabaseModule } from '../../../src/database/database.module.js';
import { EvidenceModule } from '../../../src/evidence/evidence.module.js';
import { holdToContract } from '../../support/contract/hold-to-contract.js';
import { type TestDatabase, testDatabase } from '../../support/test-database.js';

/** Only the evidence room behind the service's HTTP layer, on its own database without a registry. */
export class EvidenceRoom {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly database: TestDatabase,
  ) {}

  static async open(): Promise<EvidenceRoom> {
    const database = await testDatabase();
    const app = await createHttpApp(
      {
        module: class EvidenceRoomAlone {},
        imports: [DatabaseModule.connect(database.connection), EvidenceModule],
      },
      { logLevel: 'silent' },
    );
    holdToContract(app.getHttpServer());
    await app.listen(0, '127.0.0.1');
    return new EvidenceRoom(app, database);
  }

  get dataSource(): DataSource {
    return this.app.get(DataSource);
  }

  get(path: string) {
    return request(this.app.getHttpServer()).get(path);
  }

  async empty(): Promise<void> {
    await this.dataSource.query('TRUNCATE approach, citation, change CASCADE');
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}
