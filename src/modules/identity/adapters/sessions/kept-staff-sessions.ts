import type { RequestContext } from '../../../../kernel/context.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { SessionsFacade } from '../../../sessions/index.js';
import type { PersonId } from '../../domain/login.js';
import type { SignedInSession, StaffSessions } from '../../ports/staff-sessions.js';

/** A working day, and a bit; and half an hour without a sign of life. */
const HOURS = 12;
const IDLE_MINUTES = 30;

/** Sessions as their module keeps them. */
export class KeptStaffSessions implements StaffSessions {
  /** @param recall has all processes look callers of a name up anew. */
  constructor(
    private readonly sessions: SessionsFacade,
    private readonly recall: (subject: string) => void,
  ) {}

  begin(tx: Tx, context: RequestContext, personId: PersonId, mustEnrol: boolean): Promise<SignedInSession> {
    const lasts = { deviceId: null, hours: HOURS, idleMinutes: IDLE_MINUTES };
    const confined = mustEnrol ? ({ mustFirst: 'enrol_totp' } as const) : {};
    return this.sessions.begin(tx, context, { personId, method: 'password', ...lasts, ...confined });
  }

  release(tx: Tx, personId: PersonId): Promise<void> {
    return this.sessions.release(tx, personId);
  }

  endAll(tx: Tx, context: RequestContext, personId: PersonId, reason: string, but?: string): Promise<void> {
    return this.sessions.endAllOf(tx, context, personId, reason, but);
  }

  forget(personId: PersonId): void {
    this.recall(`staff:${personId}`);
  }
}
