import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { TenantId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { end } from '../domain/session-lifecycle.js';
import type { SessionRefusal } from '../domain/session-refusal.js';
import { statusAt, type EndedWhy, type Session, type SessionId } from '../domain/session.js';
import type { CallerRecalls } from '../ports/caller-recalls.js';
import type { LiveSessions, SessionRepository } from '../ports/session-repository.js';
import type { TextScreen } from '../ports/text-screen.js';

export interface EndOneCommand {
  readonly id: SessionId;
  readonly reason: string | null;
  readonly expectedVersion: number | undefined;
}

export interface EndManyCommand {
  readonly which: LiveSessions;
  readonly reason: string;
}

/** Ends sessions of others: forced by somebody, or because of what has become of a person or a device. */
export class EndSessions {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionRepository,
    private readonly outbox: Outbox,
    private readonly recalls: CallerRecalls,
    private readonly screen: TextScreen,
  ) {}

  /** @throws Refusal `session_not_found`, `session_over`, `version_mismatch`, `card_data_not_allowed`. */
  async one(context: RequestContext, { id, reason, expectedVersion }: EndOneCommand): Promise<Session> {
    if (reason !== null) this.screen.assertHarmless(reason, '/query/reason');
    const ended = await this.transactor.run(context, async (tx) => {
      const [session] = await this.sessions.lock(tx, [id]);
      if (session === undefined || !mayEnd(context, session))
        throw new Refusal<SessionRefusal>('session_not_found', { sessionId: id });
      if (expectedVersion !== undefined && expectedVersion !== session.version)
        throw new Refusal('version_mismatch', { currentVersion: session.version });
      return this.endOne(tx, session, { at: context.at, by: actorOf(context), why: 'forced', reason });
    });
    this.recalls.recall(`session:${id}`);
    return ended;
  }

  /** All of a person, of a device or at an outlet, as far as the caller may act there. @throws Refusal `card_data_not_allowed`. */
  async many(context: RequestContext, { which, reason }: EndManyCommand): Promise<readonly Session[]> {
    this.screen.assertHarmless(reason, '/reason');
    const ended = await this.transactor.run(context, async (tx) => {
      const live = (await this.sessions.lockLive(tx, which)).filter((session) => mayEnd(context, session));
      return this.endAll(tx, live, { at: context.at, by: actorOf(context), why: 'forced', reason });
    });
    this.recalls.recall(...ended.map(({ id }) => `session:${id}`));
    return ended;
  }

  /** What somebody has decided elsewhere, as far as it had begun by then. @param told by whom, as events name their actors. */
  async because(tenantId: TenantId, which: LiveSessions, told: { why: EndedWhy; by: string; at: Date }): Promise<void> {
    const ended = await this.transactor.run(systemContext(tenantId, told.at), async (tx) => {
      const live = (await this.sessions.lockLive(tx, which)).filter(({ begunAt }) => begunAt <= told.at);
      return this.endAll(tx, live, { ...told, reason: null });
    });
    this.recalls.recall(...ended.map(({ id }) => `session:${id}`));
  }

  /** Books that their time has passed; one that was ended since is left alone. @returns how many. */
  expired(tenantId: TenantId, ids: readonly SessionId[], at: Date): Promise<number> {
    return this.transactor.run(systemContext(tenantId, at), async (tx) => {
      const due = (await this.sessions.lock(tx, ids)).filter(
        (session) => session.end === null && statusAt(session, at) === 'expired',
      );
      const told = { at, by: 'system:sessions', why: 'expired', reason: null } as const;
      return (await this.endAll(tx, due, told)).length;
    });
  }

  private async endAll(tx: Tx, live: readonly Session[], told: NonNullable<Session['end']>): Promise<Session[]> {
    const ended: Session[] = [];
    for (const session of live) ended.push(await this.endOne(tx, session, told));
    return ended;
  }

  private async endOne(tx: Tx, session: Session, told: NonNullable<Session['end']>): Promise<Session> {
    const { state, events } = end(session, told);
    await this.sessions.save(tx, state);
    this.outbox.append(tx, events);
    return state;
  }
}

/** Sessions on no device are of no outlet: only who may act for all of them ends those. */
function mayEnd({ principal }: RequestContext, { place }: Session): boolean {
  return place === null ? principal.outlets === undefined : mayActFor(principal, place.outletId);
}

function actorOf({ principal }: RequestContext): string {
  return `${principal.kind}:${principal.id}`;
}

function systemContext(tenantId: TenantId, at: Date): RequestContext {
  const principal = { kind: 'system', id: 'sessions', permissions: new Set<string>(), test: false } as const;
  return { tenantId, tenantSlug: '', principal, requestId: 'sessions', at };
}
