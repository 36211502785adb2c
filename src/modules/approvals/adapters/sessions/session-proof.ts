import type { RequestContext } from '../../../../kernel/context.js';
import type { SessionsFacade } from '../../../sessions/index.js';
import type { PersonProof, ProvenPerson } from '../../ports/person-proof.js';

/** PINs as signing in takes them: the same counts and locks. */
export class SessionProof implements PersonProof {
  constructor(private readonly sessions: Pick<SessionsFacade, 'prove'>) {}

  async prove(context: RequestContext, personId: string, pin: string): Promise<ProvenPerson> {
    const { actorId, permissions } = await this.sessions.prove(context, personId, pin);
    return { actor: `user:${actorId}`, permissions };
  }
}
