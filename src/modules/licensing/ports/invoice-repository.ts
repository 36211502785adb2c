import type { TenantId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Invoice, InvoiceId } from '../domain/invoice.js';

export interface InvoiceQuery {
  readonly businessId?: TenantId | undefined;
  readonly status?: Invoice['status'] | undefined;
  readonly limit: number;
  readonly after?: readonly [issuedAt: string, id: string] | undefined;
}

/** Keeps invoices, in a transaction of the vendor's tenant. */
export interface InvoiceRepository {
  /** @returns false when the business has one of the month. */
  add(tx: Tx, invoice: Invoice): Promise<boolean>;
  has(tx: Tx, businessId: TenantId, period: string): Promise<boolean>;
  /** Locks it until the transaction ends. */
  lock(tx: Tx, id: InvoiceId): Promise<Invoice | undefined>;
  save(tx: Tx, invoice: Invoice): Promise<void>;
  /** Takes one that is due in hand until the lease ends. */
  claim(tx: Tx, at: Date, leaseUntil: Date): Promise<Invoice | undefined>;
  /** Newest first; one more than `limit` may come back. */
  list(tx: Tx, query: InvoiceQuery): Promise<readonly Invoice[]>;
}
