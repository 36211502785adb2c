import type { Tx } from '../../../kernel/transaction.js';
import type { Permission } from '../domain/permissions.js';

/** What other modules may ask about roles, within their own transaction: those that are built in and the business's own. */
export abstract class RolesFacade {
  /** What these roles allow together; one that is not known gives nothing. */
  abstract permissionsOf(tx: Tx, codes: readonly string[]): Promise<ReadonlySet<Permission>>;
  /**
   * Which of these codes are no roles here: empty when all exist. The business's own roles among them stay until the transaction
   * ends, so that none is given out while it is removed; not for transactions that only read.
   */
  abstract exists(tx: Tx, codes: readonly string[]): Promise<readonly string[]>;
}
