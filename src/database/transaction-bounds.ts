import { type EntitySubscriberInterface, EventSubscriber, type QueryRunner } from 'typeorm';

/** Shorter than the 30 s a request may take, so that the client gets an answer. */
export const STATEMENT_TIMEOUT_MS = 25_000;
/** A transaction that was never ended must not hold its locks forever. */
export const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;

/**
 * Bounds each transaction where the connection itself cannot be bounded: a pooler hands a connection of the server from one
 * transaction to the next, and refuses settings at its start.
 */
@EventSubscriber()
export class TransactionBounds implements EntitySubscriberInterface {
  async afterTransactionStart({ queryRunner }: { readonly queryRunner: QueryRunner }): Promise<void> {
    await queryRunner.query(`SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
    await queryRunner.query(
      `SET LOCAL idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_TIMEOUT_MS}`,
    );
  }
}
