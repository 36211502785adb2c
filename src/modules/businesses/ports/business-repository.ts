import type { TenantId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Business } from '../domain/business.js';

/** Keeps the list of businesses: rows of the vendor's tenant. */
export interface BusinessRepository {
  /** @returns false when it is on the list already. */
  add(tx: Tx, business: Business): Promise<boolean>;
  /** Locks it until the transaction ends. */
  lock(tx: Tx, id: TenantId): Promise<Business | undefined>;
  lockBySlug(tx: Tx, slug: string): Promise<Business | undefined>;
  findBySlug(tx: Tx, slug: string): Promise<Business | undefined>;
  save(tx: Tx, business: Business): Promise<void>;
  /** Those whose status is decided and whose own row does not have it yet, though it should. */
  dueCarryOvers(tx: Tx, at: Date, limit: number): Promise<readonly TenantId[]>;
  /** Which of the ids are on the list. */
  listed(tx: Tx, ids: readonly TenantId[]): Promise<ReadonlySet<TenantId>>;
}
