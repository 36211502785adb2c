import type { Tx } from '../../../kernel/transaction.js';
import type { AskedRenewal, DecidedRenewal, Renewal, RenewalId } from '../domain/api-key-renewal.js';

/** Keeps wishes that keys last longer. */
export interface RenewalRepository {
  /** Locks it until the transaction ends. @throws Refusal `api_key_renewal_not_found`. */
  get(tx: Tx, id: RenewalId): Promise<Renewal>;
  /** @throws Refusal `api_key_renewal_open` when there is one for the key that nobody has decided. */
  add(tx: Tx, renewal: AskedRenewal): Promise<void>;
  save(tx: Tx, renewal: DecidedRenewal): Promise<void>;
}
