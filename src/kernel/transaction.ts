import type { RequestContext } from './context.js';

/** A running transaction of one tenant. Opaque: only `platform/postgres` looks inside. */
export interface Tx {
  readonly transaction: unique symbol;
}

export type TransactionRefusal = 'idempotency_key_in_use' | 'idempotency_key_reused';

/**
 * Runs work in one database transaction under the context's tenant. All of it commits or none: effects, events and the
 * answer under the request's idempotency key. Work may run again after a lost connection or a deadlock, so it must have
 * no effects outside the transaction.
 */
export interface Transactor {
  /**
   * @throws AnswerReplayed when the idempotency key has a stored answer; Refusal of `TransactionRefusal`; whatever the work
   * throws (a Refusal is stored under the key before it travels on).
   */
  run<Result>(context: RequestContext, work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Runs reads that see one consistent snapshot. Nothing is stored under a key. */
  read<Result>(context: Pick<RequestContext, 'tenantId'>, work: (tx: Tx) => Promise<Result>): Promise<Result>;
}
