import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request, { type Response } from 'supertest';
import { DataSource } from 'typeorm';
import { createKey, type NewKey, type CreatedKey } from '../../src/access/access-keys.js';
import { AppModule, type ModuleEnv, type ModuleOverrides } from '../../src/app.module.js';
import type { Env } from '../../src/config/env.js';
import type { Connection } from '../../src/database/connection.js';
import type { Role } from '../../src/core/curation/role.js';
import { createHttpApp } from '../../src/create-app.js';
import type { IntakeResult, ProgramIntake } from '../../src/directory/program-intake.js';
import { syncSource } from '../../src/directory/program-store.js';
import {
  type LinkedIntakeResult,
  syncLinkedSource,
} from '../../src/interchange/linkage/sync-linked-source.js';
import { loadEvidenceView } from '../../src/evidence/evidence-view.js';
import type { DeliveryTerms } from '../../src/feed/webhooks/delivery-terms.js';
import { seedDemo } from '../../src/interchange/demo/seed-demo.js';
import { LiveDirectory } from '../../src/matching/live/live-directory.js';
import type { LogStream } from '../../src/http/logging/logger.js';
import { holdToContract } from './contract/hold-to-contract.js';
import { today } from './days.js';
import { databaseWithRegistry, type TestDatabase } from './test-database.js';

/** A person with a key. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  get(path: string): request.Test;
  post(path: string, body?: object): request.Test;
  put(path: string, body: object): request.Test;
  patch(path: string, body: object): request.Test;
}

/**
 * Every room of the service behind its HTTP layer, on its own database: with the evidence registry, and without
 * programs.
 */
export class WholeService {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly database: TestDatabase,
    private readonly ownsDatabase = true,
  ) {}

  /**
   * @param logStream gets every line of the log, at every level; without it nothing is logged
   * @param env without `limits` no request is refused for its rate
   */
  static async open(
    logStream?: LogStream,
    env: ModuleEnv & Partial<Pick<Env, 'trustedProxies' | 'exitPage'>> = {},
    deliveries?: DeliveryTerms,
  ): Promise<WholeService> {
    const { trustedProxies, exitPage, ...rooms } = env;
    const database = await databaseWithRegistry();
    const app = await createHttpApp(
      AppModule.register(database.connection, rooms, overridesOf(deliveries)),
      { logLevel: logStream ? 'trace' : 'silent', trustedProxies, oidc: rooms.oidc, exitPage },
      logStream,
    );
    holdToContract(app.getHttpServer());
    await app.listen(0, '127.0.0.1');
    const service = new WholeService(app, database);
    // A request waits two seconds for the first index, which a busy machine may need longer for.
    await service.settled();
    return service;
  }

  /**
   * Simulates another process on the same database.
   *
   * @param connection another way to that database
   * @param logStream gets every line of its log, at every level; without it nothing is logged
   */
  async neighbor(
    connection: Connection = this.connection,
    env: ModuleEnv = {},
    deliveries?: DeliveryTerms,
    logStream?: LogStream,
  ): Promise<WholeService> {
    const app = await createHttpApp(
      AppModule.register(connection, env, overridesOf(deliveries)),
      { logLevel: logStream ? 'trace' : 'silent' },
      logStream,
    );
    holdToContract(app.getHttpServer());
    await app.listen(0, '127.0.0.1');
    return new WholeService(app, this.database, false);
  }

  get connection(): Connection {
    return this.database.connection;
  }

  get dataSource(): DataSource {
    return this.app.get(DataSource);
  }

  /** Its address. */
  get address(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  get server(): Server {
    return this.app.getHttpServer();
  }

  /** A part of the service, for what is not visible from outside. */
  part<Part>(type: Type<Part>): Part {
    return this.app.get(type);
  }

  get(path: string) {
    return request(this.app.getHttpServer()).get(path);
  }

  head(path: string) {
    return request(this.app.getHttpServer()).head(path);
  }

  options(path: string) {
    return request(this.app.getHttpServer()).options(path);
  }

  post(path: string, body: object) {
    return request(this.app.getHttpServer()).post(path).send(body);
  }

  makeKey(wish: NewKey): Promise<CreatedKey> {
    return this.dataSource.transaction((manager) => createKey(manager, wish, { name: 'a test' }));
  }

  /** A person with a key of these roles, who acts over HTTP. */
  async person(name: string, ...roles: Role[]): Promise<Person> {
    const { key, token } = await this.makeKey({ name, roles });
    return this.holder(token, key);
  }

  /** The caller with this token, whether it is a key or not. */
  holder(token: string, { id, name }: { id: string; name: string }): Person {
    const server = this.app.getHttpServer();
    const as = (call: request.Test) => call.set('authorization', `Bearer ${token}`);
    return {
      id,
      name,
      token,
      get: (path) => as(request(server).get(path)),
      post: (path, body) => as(request(server).post(path)).send(body),
      put: (path, body) => as(request(server).put(path)).send(body),
      patch: (path, body) => as(request(server).patch(path)).send(body),
    };
  }

  /** Posts a value as JSON. */
  match(body: object): Promise<Response> {
    return this.matchRaw(JSON.stringify(body));
  }

  /**
   * Posts exactly these bytes, after the process has read everything that the test has written without notifying it.
   */
  async matchRaw(body: string | Buffer, contentType = 'application/json'): Promise<Response> {
    await this.settled();
    return new Promise((resolve, reject) => {
      request(this.app.getHttpServer())
        .post('/v1/matches')
        .set('content-type', contentType)
        .serialize((raw: unknown) => raw as string)
        .send(body as string)
        .end((error: unknown, response) => (error instanceof Error ? reject(error) : resolve(response)));
    });
  }

  /** Updates the directory to the content of a source: its programs are exactly these. */
  async store(source: string, intakes: readonly ProgramIntake[]): Promise<IntakeResult> {
    const result = await this.dataSource.transaction(async (manager) =>
      syncSource(manager, source, intakes, { evidence: await loadEvidenceView(manager), today }),
    );
    await this.settled();
    return result;
  }

  /** The same as an import does: keys without a link are looked for among the programs that are known. */
  async storeLinked(
    source: string,
    intakes: readonly ProgramIntake[],
    day = today,
  ): Promise<LinkedIntakeResult> {
    const result = await this.dataSource.transaction(async (manager) =>
      syncLinkedSource(manager, source, intakes, { evidence: await loadEvidenceView(manager), today: day }),
    );
    await this.settled();
    return result;
  }

  /** Fills the directory with the fictional programs of the demonstration. */
  async storeDemo(): Promise<void> {
    await this.dataSource.transaction(async (manager) =>
      seedDemo(manager, { evidence: await loadEvidenceView(manager), today }),
    );
    await this.settled();
  }

  /** Waits until this process has the current directory of the database; otherwise it would be notified soon anyway. */
  settled(): Promise<void> {
    return this.app.get(LiveDirectory).catchUp();
  }

  async close(): Promise<void> {
    await this.app.close();
    if (this.ownsDatabase) await this.database.drop();
  }
}

function overridesOf(deliveries: DeliveryTerms | undefined): ModuleOverrides {
  return deliveries ? { deliveries } : {};
}
