import type { Tx } from '../../../kernel/transaction.js';

/** Who asks for what a transaction does. */
export interface Caller {
  /** As the audit names them. */
  readonly by: string;
  /** True for test keys: what they do must never reach the outside world. */
  readonly test: boolean;
  readonly at: Date;
}

/** The caller of a transaction; `undefined` in one that only reads. */
export type CallerOf = (tx: Tx) => Caller | undefined;
