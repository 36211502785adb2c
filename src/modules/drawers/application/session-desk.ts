import { businessTimeOf } from '../../../kernel/business-time.js';
import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import { add, type Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { expectedOf } from '../domain/drawer-ledger.js';
import type { Doing, DrawerSession, SessionId } from '../domain/drawer-session.js';
import { seesExpected, workableBy } from '../domain/session-access.js';
import type { CashCount, SessionDecision } from '../domain/session-decision.js';
import type { DrawerOutlet, DrawerOutlets } from '../ports/drawer-outlets.js';
import type { SessionRepository } from '../ports/drawer-repository.js';

/** A session after a command, as far as the caller may be told of it. */
export interface SessionShown {
  readonly session: DrawerSession;
  /** What the drawer should hold; `null` where the caller may not know. */
  readonly expected: Money | null;
}

/** A session after a command that counted. */
export interface CountShown extends SessionShown {
  readonly count: CashCount | null;
}

/** A locked session and what its drawer should hold. */
export interface AtDesk {
  readonly session: DrawerSession;
  readonly expected: Money;
  readonly doing: Doing;
}

/** What all commands on sessions begin and end with. */
export class SessionDesk {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly outlets: DrawerOutlets,
    private readonly outbox: Outbox,
  ) {}

  /** Locks a session for the caller. @throws Refusal `drawer_session_not_found`, `permission_missing`. */
  async locked(tx: Tx, context: RequestContext, id: SessionId): Promise<AtDesk> {
    return this.atDesk(tx, context, workableBy(context.principal, await this.sessions.lock(tx, id), id));
  }

  /** The same for whoever may act for its outlet: another module has asked who they are. */
  async lockedForModule(tx: Tx, context: RequestContext, id: SessionId): Promise<AtDesk> {
    const session = await this.sessions.lock(tx, id);
    if (session === undefined || !mayActFor(context.principal, session.outletId))
      throw new Refusal('drawer_session_not_found', { drawerSessionId: id });
    return this.atDesk(tx, context, session);
  }

  /** The outlet, if the caller may act for it. @throws Refusal `outlet_not_found`. */
  async outlet(tx: Tx, context: RequestContext, id: OutletId): Promise<DrawerOutlet> {
    const outlet = mayActFor(context.principal, id) ? await this.outlets.outlet(tx, id) : undefined;
    if (outlet === undefined) throw new Refusal('outlet_not_found', { outletId: id });
    return outlet;
  }

  /** Who does what follows, and in which business day. Makes sure that it is not closed meanwhile. */
  doing(tx: Tx, { principal, at }: RequestContext, outlet: DrawerOutlet): Doing {
    const { businessDate } = businessTimeOf(at, outlet.timeZone, outlet.dayCutMinutes);
    const late = outlet.closedThrough !== null && businessDate <= outlet.closedThrough;
    if (!late) this.outlets.keepDayOpen(tx, outlet.id, businessDate);
    return { actor: principal.id, at, businessDate, late, approvedBy: null };
  }

  /** Saves what was decided and tells of it. @returns the ids of the entries made. */
  async end(tx: Tx, decision: SessionDecision): Promise<readonly string[]> {
    const entryIds = await this.sessions.save(tx, decision);
    this.outbox.append(tx, decision.events);
    return entryIds;
  }

  /** What the caller is shown of a decision. @param expected what the drawer should have held before it. */
  shown({ principal }: RequestContext, { state, entries, counts }: SessionDecision, expected: Money): CountShown {
    const after = state.status === 'closed' ? state.expected : add(expected, expectedOf(state, entries));
    return {
      session: state,
      expected: seesExpected(principal, state) ? after : null,
      count: counts[0] ?? null,
    };
  }

  private async atDesk(tx: Tx, context: RequestContext, session: DrawerSession): Promise<AtDesk> {
    const outlet = await this.outlets.outlet(tx, session.outletId);
    if (outlet === undefined) throw new Error('the outlet of a drawer session is gone');
    return { session, expected: await this.sessions.expected(tx, session), doing: this.doing(tx, context, outlet) };
  }
}
