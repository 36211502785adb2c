import type { RequestContext } from '../../../kernel/context.js';
import type { PersonId } from '../domain/login.js';
import { IdentityFacade, type Invitation } from './identity-facade.js';
import type { InvitePerson } from './invite-person.js';

/** Invitations for other modules. */
export class InviteThroughFacade extends IdentityFacade {
  constructor(private readonly invitePerson: InvitePerson) {
    super();
  }

  async invite(context: RequestContext, personId: PersonId): Promise<Invitation> {
    const { until, message, token } = await this.invitePerson.execute(context, personId, 'program');
    return { until, message, token };
  }
}
