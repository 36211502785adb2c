import type { RequestContext } from '../../../../kernel/context.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { PinGuard, type PersonId } from '../../../people/index.js';
import type { SessionId } from '../../application/sessions-facade.js';
import type { SessionRepository } from '../../ports/session-repository.js';
import type { CheckPeople } from '../../application/check-people.js';

/** Whoever changes their PIN shows the present one under the counts and locks of signing in. */
export class SessionPinGuard extends PinGuard {
  constructor(
    private readonly people: CheckPeople,
    private readonly sessions: SessionRepository,
  ) {
    super();
  }

  async check(context: RequestContext, personId: PersonId, pin: string): Promise<void> {
    const claim = { personId, pin, purpose: 'pin_change' } as const;
    await this.people.execute(context, context.principal.deviceId ?? null, claim, () => Promise.resolve());
  }

  async changed(tx: Tx, { principal }: RequestContext): Promise<void> {
    if (principal.sessionId !== undefined) await this.sessions.pinChosen(tx, principal.sessionId as SessionId);
  }
}
