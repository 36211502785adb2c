import type { Tx } from '../../../kernel/transaction.js';
import type { Intent, IntentId } from '../domain/intent.js';

/** What the intents that take one back come to. */
export interface TakenBack {
  /** In minor units. */
  readonly amount: number;
  /** Of all of them; not of those whose points are not known yet. */
  readonly points: number;
  /** Of those that the ledger has made. */
  readonly donePoints: number;
}

/** Keeps what is to happen in the ledger of a sibling service. */
export interface IntentRepository {
  /** Adds an intent; `false` when its source, or its id, has one already. */
  add(tx: Tx, intent: Intent): Promise<boolean>;
  /** The intent as it is now, not locked. */
  find(tx: Tx, id: IntentId): Promise<Intent | undefined>;
  /** The intent, locked until the transaction ends. */
  lock(tx: Tx, id: IntentId): Promise<Intent | undefined>;
  /** The intent of a source, locked until the transaction ends. */
  ofSource(tx: Tx, source: string): Promise<Intent | undefined>;
  /** The burn that a payment was made with, locked until the transaction ends. */
  ofPayment(tx: Tx, paymentId: string): Promise<Intent | undefined>;
  /** Saves an intent that was locked in this transaction. */
  save(tx: Tx, intent: Intent): Promise<void>;
  /** What has been taken back of an intent. @param until only by this intent and those made before it. */
  takenBack(tx: Tx, undone: IntentId, until?: IntentId): Promise<TakenBack>;
  /** The same of a payment that was made with the built-in ledger, before there was a sibling's. */
  givenBack(tx: Tx, paymentId: string): Promise<TakenBack>;
}
