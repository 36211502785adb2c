import type { RequestContext } from '../../../kernel/context.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { PersonId } from '../domain/person.js';

/** Bound by the module that counts wrong PINs: whoever changes their own PIN shows the present one under the same limits. */
export abstract class PinGuard {
  /** @throws Refusal `credentials_refused` where the PIN is wrong, `sign_in_locked` where there were too many wrong ones. */
  abstract check(context: RequestContext, personId: PersonId, pin: string): Promise<void>;
  /** The caller has chosen a PIN of their own: their session has that no longer to do. Others, begun with the PIN of before, have. */
  abstract changed(tx: Tx, context: RequestContext): Promise<void>;
}
