import type { Tx } from '../../../kernel/transaction.js';
import type { Charge, PaymentId } from '../domain/charge.js';

/** What happened to a charge, as its history keeps it. */
export interface ChargeStep {
  /** A word: `sent`, `captured`, `unknown`, `cancel`. */
  readonly what: string;
  readonly detail: string | null;
}

/** Keeps charges. */
export interface ChargeRepository {
  /** Adds a charge when the transaction ends. @throws then Refusal `idempotency_key_in_use` when its source has one already. */
  add(tx: Tx, charge: Charge, step: ChargeStep): void;
  /** The charge as it is now, not locked. */
  find(tx: Tx, id: PaymentId): Promise<Charge | undefined>;
  /** The charge, locked until the transaction ends. Lock the order before, where it may be changed. */
  lock(tx: Tx, id: PaymentId): Promise<Charge | undefined>;
  ofSource(tx: Tx, source: string): Promise<Charge | undefined>;
  /** The charge that the provider has given this name. */
  ofReference(tx: Tx, provider: string, reference: string): Promise<Charge | undefined>;
  /** Saves a charge that was locked in this transaction, with the step; without one, when its version is the same. */
  save(tx: Tx, charge: Charge, step: ChargeStep | null): Promise<void>;
}
