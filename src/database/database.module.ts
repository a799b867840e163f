import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type Connection, dataSourceOptions } from './connection.js';

/** The pool of connections of the running application; each room adds its entities with `forFeature`. */
@Module({})
export class DatabaseModule {
  /** The database must be there and migrated: start-database.ts and migrate.ts see to that. */
  static connect(connection: Connection): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions(connection), autoLoadEntities: true, retryAttempts: 0 }),
      ],
    };
  }
}
