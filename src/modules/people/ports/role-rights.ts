import type { Tx } from '../../../kernel/transaction.js';

/** What roles allow, as the module of roles knows. */
export interface RoleRights {
  /** What these roles allow together; one that is not known gives nothing. */
  permissionsOf(tx: Tx, roles: readonly string[]): Promise<ReadonlySet<string>>;
  /** Which of these are no roles here. Those that are stay until the transaction ends. */
  unknown(tx: Tx, roles: readonly string[]): Promise<readonly string[]>;
}
