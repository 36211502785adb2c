import type { Tx } from '../../../kernel/transaction.js';

/** Bound by the module that gives roles to people: a role that somebody has is not removed. */
export abstract class RoleUses {
  /** How many have the role of this code. */
  abstract inUse(tx: Tx, code: string): Promise<number>;
}
