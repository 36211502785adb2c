import type { Tx } from '../../../kernel/transaction.js';
import type { BatchId, LinkCode, LinkCodeId } from '../domain/link-code.js';
import type { ProvisioningBatch } from '../domain/link-events.js';

/** Wrong codes that were tried, since when. */
export interface LinkTries {
  readonly since: Date;
  readonly wrong: number;
  /** How often linking was closed. */
  readonly eventSequence: number;
}

/** The codes of the transaction's tenant. */
export interface LinkCodeRepository {
  /** Locks the code until the transaction ends. @throws Refusal `link_code_not_found`. */
  get(tx: Tx, id: LinkCodeId): Promise<LinkCode>;
  /** Locks the code that is kept as one of these. */
  byHash(tx: Tx, hashes: readonly string[]): Promise<LinkCode | undefined>;
  add(tx: Tx, codes: readonly (LinkCode & { readonly hash: string })[]): Promise<void>;
  save(tx: Tx, code: LinkCode): Promise<void>;
  /** Waits for others who make codes at the same time, and counts those that are open. @param batched of batches, or the others. */
  countOpen(tx: Tx, at: Date, batched: boolean): Promise<number>;
  addBatch(tx: Tx, batch: ProvisioningBatch): Promise<void>;
  /** Locks the batch. @throws Refusal `provisioning_batch_not_found`. */
  getBatch(tx: Tx, id: BatchId): Promise<ProvisioningBatch>;
  saveBatch(tx: Tx, batch: ProvisioningBatch): Promise<void>;
  /** Withdraws the open codes of a batch. @returns of all its codes the outlets, and how many were withdrawn. */
  withdrawBatch(tx: Tx, id: BatchId): Promise<{ readonly outletIds: readonly string[]; readonly codes: number }>;
  tries(tx: Tx): Promise<LinkTries | undefined>;
  /** Counts a wrong code; a new count begins when the time of the last is over. @returns the count, locked. */
  countWrong(tx: Tx, at: Date, windowMs: number): Promise<LinkTries>;
  saveClosed(tx: Tx, eventSequence: number): Promise<void>;
}
