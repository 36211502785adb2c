import type { RequestContext } from '../../../kernel/context.js';
import type { Owner } from '../domain/registration.js';

/** The owner as one of the staff of a new business. */
export interface Owners {
  /** Makes the person with all rights of an owner; one that is there already stays as they are. */
  create(context: RequestContext, id: string, owner: Owner): Promise<void>;
}

/** What became of an invitation: sent, or a token that is shown once where nothing can be sent. */
export interface Invited {
  readonly delivery: 'sent' | 'failed' | 'none';
  readonly token: string | null;
}

/** Asks the owner to choose a password. */
export interface OwnerInvitation {
  /** Asked twice, the owner is written to twice and the last link counts. @returns `null` where owners do not sign in here. */
  invite(context: RequestContext, personId: string): Promise<Invited | null>;
}

/** The plan that a business begins with. */
export interface StartingPlan {
  /** @throws Refusal when there is no such plan. */
  assertSold(platform: RequestContext, code: string): Promise<void>;
  /** Gives the business the plan, with its trial; one that has a plan keeps it. */
  assign(platform: RequestContext, slug: string, code: string): Promise<void>;
}

/** The key that a business begins with. */
export interface FirstKeys {
  /** @returns its text; `undefined` when the key of that id was made before: its text is kept nowhere. */
  make(context: RequestContext, id: string): Promise<string | undefined>;
}
