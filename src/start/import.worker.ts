import 'reflect-metadata';
import { workerData } from 'node:worker_threads';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../database/connection.js';
import { ENTITIES } from '../entities.js';
import { followOrder } from '../interchange/import-desk/follow-order.js';
import type { ImportOrder } from '../interchange/import-desk/import-thread.js';

/** A thread that carries out one import over a connection of its own. */
const order = workerData as ImportOrder;
const dataSource = new DataSource({ ...dataSourceOptions(order.connection, 0), entities: ENTITIES });
await dataSource.initialize();
try {
  await followOrder(dataSource, order);
} finally {
  await dataSource.destroy();
}
