import type { RequestContext } from '../../../kernel/context.js';
import type { PersonId } from '../domain/login.js';

/** An invitation that went out, or is to be handed over. */
export interface Invitation {
  readonly until: Date;
  /** `none`: there is no way to send messages here, and the token is for whoever invites. `null`: not known, as a repeat is told. */
  readonly message: 'sent' | 'failed' | 'none' | null;
  readonly token: string | null;
}

/** What other modules need of identity. */
export abstract class IdentityFacade {
  /**
   * Asks somebody of the staff to choose a password, as the owner of a business that has just been made. The caller's own rights do
   * not matter: whoever calls this has decided. Sends a message: never in a transaction. Again invites again, until they accept.
   * @param context of the business. @throws Refusal `login_person_not_found`, `login_email_missing`, `login_exists`, `login_email_taken`.
   */
  abstract invite(context: RequestContext, personId: PersonId): Promise<Invitation>;
}
