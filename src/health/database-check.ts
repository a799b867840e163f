import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '../http/problem.js';

const TIMEOUT_MS = 2000;
const RETRY_AFTER_SECONDS = 5;

/** Whether the database answers a query within two seconds. */
@Injectable()
export class DatabaseCheck {
  constructor(private readonly dataSource: DataSource) {}

  /** Response time of the database in milliseconds. Throws a 503 problem if it does not respond in time. */
  async run(): Promise<number> {
    const began = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`no response within ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
    });
    try {
      await Promise.race([this.dataSource.query('SELECT 1'), tooLate]);
    } catch (error) {
      throw Problem.unavailable('The database is not responding.', RETRY_AFTER_SECONDS, error);
    } finally {
      clearTimeout(timer);
    }
    return Math.round(performance.now() - began);
  }
}
