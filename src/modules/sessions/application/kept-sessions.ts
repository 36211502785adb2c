import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { end } from '../domain/session-lifecycle.js';
import type { SessionRepository } from '../ports/session-repository.js';
import type { Staff } from '../ports/staff.js';
import type { WorkDevices } from '../ports/work-devices.js';
import type { BeginSession } from './begin-session.js';
import type { CheckPeople } from './check-people.js';
import { deviceOf } from './proving.js';
import { SessionsFacade, type BegunSession, type NewSession, type ProvedPerson } from './sessions-facade.js';

export interface KeptSessionsParts {
  readonly check: CheckPeople;
  readonly beginSession: BeginSession;
  readonly sessions: SessionRepository;
  readonly staff: Staff;
  readonly devices: WorkDevices;
  readonly outbox: Outbox;
}

/** Sessions for other modules. */
export class KeptSessions extends SessionsFacade {
  constructor(private readonly use: KeptSessionsParts) {
    super();
  }

  async begin(tx: Tx, context: RequestContext, wish: NewSession): Promise<BegunSession> {
    const { staff, devices, beginSession } = this.use;
    const { personId, deviceId, method, hours, idleMinutes, mustFirst = null } = wish;
    const device = deviceId === null ? null : ((await devices.device(tx, deviceId)) ?? null);
    const isClosed = deviceId !== null && device?.isActive !== true;
    const rights = isClosed ? undefined : await staff.rightsAt(tx, personId, device);
    if (rights === undefined) throw new Refusal('credentials_refused');
    const others = { keepOther: false, replaces: undefined };
    const beginning = { rights, device, method, hours, idleMinutes, mustFirst, ...others };
    const { session, token } = await beginSession.execute(tx, context, beginning);
    return { sessionId: session.id, token, expiresAt: session.expiresAt };
  }

  async release(tx: Tx, personId: string): Promise<void> {
    await this.use.sessions.release(tx, personId);
  }

  async endAllOf(tx: Tx, context: RequestContext, personId: string, reason: string, but?: string): Promise<void> {
    const { sessions, outbox } = this.use;
    const { principal, at } = context;
    const told = { at, by: `${principal.kind}:${principal.id}`, why: 'forced', reason } as const;
    for (const session of await sessions.lockLive(tx, { personId })) {
      if (session.id === but) continue;
      const { state, events } = end(session, told);
      await sessions.save(tx, state);
      outbox.append(tx, events);
    }
  }

  prove(context: RequestContext, personId: string, pin: string): Promise<ProvedPerson> {
    const claim = { personId, pin, purpose: 'approval' } as const;
    return this.use.check.execute(context, deviceOf(context.principal), claim, (_tx, _personal, shown) => {
      const { rights, mustChangePin } = shown;
      // Somebody else knows a PIN that has to be changed: as in a session by it, it gives no right.
      const permissions = mustChangePin ? new Set<string>() : rights.permissions;
      return Promise.resolve({ actorId: rights.member.actorId, permissions });
    });
  }
}
