import type { RequestContext } from '../../../kernel/context.js';

/** Somebody who has just shown who they are. */
export interface ProvenPerson {
  /** As events name their actors. */
  readonly actor: string;
  readonly permissions: ReadonlySet<string>;
}

/** Finds out at a device who enters a PIN. */
export interface PersonProof {
  /**
   * Counts the try, whatever becomes of the act: not within a transaction.
   * @throws Refusal `credentials_refused`, `sign_in_locked`, `device_required`, `overloaded`.
   */
  prove(context: RequestContext, personId: string, pin: string): Promise<ProvenPerson>;
}
