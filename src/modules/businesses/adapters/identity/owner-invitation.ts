import { Refusal } from '../../../../kernel/refusal.js';
import type { IdentityFacade } from '../../../identity/index.js';
import type { OwnerInvitation } from '../../ports/provisions.js';

/** Invites owners to sign in here; `undefined` where nobody signs in with a password. */
export function ownerInvitation(identity: IdentityFacade | undefined): OwnerInvitation | undefined {
  return identity && { invite: (context, personId) => invite(identity, context, personId) };
}

async function invite(
  identity: IdentityFacade,
  ...[context, personId]: Parameters<OwnerInvitation['invite']>
): ReturnType<OwnerInvitation['invite']> {
  try {
    const { message, token } = await identity.invite(context, personId as Parameters<IdentityFacade['invite']>[1]);
    return { delivery: message ?? 'sent', token };
  } catch (error) {
    // Invited before a crash, and quick to accept.
    if (error instanceof Refusal && error.code === 'login_exists') return null;
    throw error;
  }
}
