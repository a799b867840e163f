import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangeSignal } from './change-signal.js';
import { CONNECTION, type Connection, dataSourceOptions } from './connection.js';
import { DatabasePulse } from './database-pulse.js';

/** The pool of connections of the running application; each room adds its entities with `forFeature`. */
@Module({})
export class DatabaseModule {
  /** The database must exist and be migrated: see start-database.ts and migrate.ts. */
  static connect(connection: Connection): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions(connection), autoLoadEntities: true, retryAttempts: 0 }),
      ],
      providers: [ChangeSignal, DatabasePulse, { provide: CONNECTION, useValue: connection }],
      exports: [ChangeSignal, CONNECTION, DatabasePulse],
    };
  }
}
