import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** The outlets of the tenant. */
export interface TableOutlets {
  exists(tx: Tx, id: OutletId): Promise<boolean>;
}

/** Makes sure that an outlet which the registry of businesses has is known here, too. */
export interface KnownOutlets {
  /** Before a transaction, never within one; costs nothing for an outlet that was seen before. @throws Refusal when nobody can tell yet. */
  ensure(context: RequestContext, outletId: string): Promise<void>;
}
