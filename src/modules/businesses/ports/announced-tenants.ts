import type { RequestContext } from '../../../kernel/context.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { BusinessStatus } from '../domain/business.js';

/** What the registry says of the transaction's own business. What it leaves out stays. */
export interface TenantNews {
  readonly name?: string;
  readonly currency?: string;
  readonly status?: BusinessStatus;
  readonly reason: string;
}

/** Brings a business's own row to what the registry says. */
export interface AnnouncedTenants {
  /** @throws Refusal `tenant_invalid`, `tenant_closed_for_good`, `tenant_is_platform`. */
  follow(tx: Tx, context: RequestContext, news: TenantNews): Promise<void>;
}
