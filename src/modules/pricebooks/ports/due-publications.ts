import type { TenantId } from '../../../kernel/ids.js';
import type { PricebookId } from '../domain/pricebook.js';

/** A scheduled version whose time has come and of which nobody has been told. */
export interface DuePublication {
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
  readonly pricebookId: PricebookId;
  readonly number: number;
}

/** Finds them, over all tenants. */
export interface DuePublications {
  /** The longest due first, a bounded number. */
  list(): Promise<readonly DuePublication[]>;
}
