import type { Tx } from '../../../kernel/transaction.js';
import type { IdentityPolicy } from '../domain/identity-policy.js';

/** What the business demands of those who sign in. */
export interface PolicyRepository {
  /** The policy that holds; without one of its own, what the program takes for granted. */
  current(tx: Tx): Promise<IdentityPolicy>;
  /** @param before the version that it follows. @throws Refusal `version_mismatch` when another is there by now. */
  save(tx: Tx, policy: IdentityPolicy, before: number): Promise<void>;
}
