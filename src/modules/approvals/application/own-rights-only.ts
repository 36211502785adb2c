import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Act } from '../domain/act.js';
import { ApprovalsFacade, type Authorised } from './approvals-facade.js';

/** Everyone does what their own rights allow. */
export class OwnRightsOnly extends ApprovalsFacade {
  authorise(_tx: Tx, { principal }: RequestContext, { permission }: Act): Promise<Authorised> {
    if (!principal.permissions.has(permission)) throw new Refusal('permission_missing', { permission });
    return Promise.resolve({ approvedBy: null });
  }
}
