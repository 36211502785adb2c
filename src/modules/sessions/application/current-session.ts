import type { RequestContext } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { SessionEvent } from '../domain/session-events.js';
import { end, lock, unlock } from '../domain/session-lifecycle.js';
import type { SessionRefusal } from '../domain/session-refusal.js';
import type { Session, SessionId } from '../domain/session.js';
import type { CallerRecalls } from '../ports/caller-recalls.js';
import type { GuessCounts } from '../ports/guess-counts.js';
import type { SessionRepository } from '../ports/session-repository.js';
import type { CheckPeople } from './check-people.js';
import { deviceOf, withoutKey } from './proving.js';

export interface CurrentSessionParts {
  readonly transactor: Transactor;
  readonly sessions: SessionRepository;
  readonly counts: GuessCounts;
  readonly check: CheckPeople;
  readonly outbox: Outbox;
  readonly recalls: CallerRecalls;
}

/** What somebody does with the session that they are signed in to. */
export class CurrentSession {
  constructor(private readonly use: CurrentSessionParts) {}

  /** @throws Refusal `session_required`. */
  show(context: RequestContext): Promise<Session> {
    const id = sessionOf(context);
    return this.use.transactor.read(context, async (tx) => this.there(await this.use.sessions.find(tx, id), id));
  }

  /**
   * Books when the device was touched last. What is locked stays locked: only its person's PIN opens it.
   * @throws Refusal `session_required`.
   */
  touch(context: RequestContext, lastTouchAt: Date): Promise<Session> {
    const id = sessionOf(context);
    const plain = withoutKey(context);
    // A clock that runs ahead must not keep a session open.
    const touchedAt = lastTouchAt < plain.at ? lastTouchAt : plain.at;
    return this.use.transactor.run(plain, async (tx) =>
      this.there(await this.use.sessions.touch(tx, id, touchedAt, plain.at), id),
    );
  }

  /** Locks it; one that is locked stays so. @throws Refusal `session_required`, `device_required`, `session_over`. */
  async lock(context: RequestContext): Promise<Session> {
    const id = sessionOf(context);
    deviceOf(context.principal);
    const plain = withoutKey(context);
    const locked = await this.use.transactor.run(plain, (tx) =>
      this.change(tx, id, (session) => lock(session, 'asked', plain.at)),
    );
    this.use.recalls.recall(`session:${id}`);
    return locked;
  }

  /**
   * Opens it with the PIN of its person. Whoever else is signed in at the device is locked by it.
   * @throws Refusal `session_required`, `device_required`, `session_over`, and those of a wrong PIN.
   */
  async unlock(context: RequestContext, pin: string): Promise<Session> {
    const id = sessionOf(context);
    const deviceId = deviceOf(context.principal);
    const { personId } = await this.show(context);
    const { session, others } = await this.use.check.execute(
      context,
      deviceId,
      { personId, pin, purpose: 'unlock' },
      async (tx, { at }) => {
        const locked = await this.lockOthers(tx, deviceId, id, at);
        return { session: await this.change(tx, id, (now) => unlock(now, at)), others: locked };
      },
    );
    this.use.recalls.recall(`session:${id}`, ...others);
    return session;
  }

  /** Signs out. @throws Refusal `session_required`. */
  async end(context: RequestContext): Promise<Session> {
    const id = sessionOf(context);
    const by = `user:${context.principal.id}`;
    const ended = await this.use.transactor.run(context, (tx) =>
      this.change(tx, id, (session) => end(session, { at: context.at, by, why: 'signed_out', reason: null })),
    );
    this.use.recalls.recall(`session:${id}`);
    return ended;
  }

  private async lockOthers(tx: Tx, deviceId: string, own: SessionId, at: Date): Promise<string[]> {
    const { sessions, counts, outbox } = this.use;
    await counts.lock(tx, [{ scope: 'device', personId: null, deviceId }], at);
    const others = (await sessions.lockLive(tx, { deviceId })).filter(
      ({ id, lockedAt, expiresAt }) => id !== own && lockedAt === null && expiresAt > at,
    );
    for (const other of others) {
      const { state, events } = lock(other, 'switched_user', at);
      await sessions.save(tx, state);
      outbox.append(tx, events);
    }
    return others.map(({ id }) => `session:${id}`);
  }

  private async change(
    tx: Tx,
    id: SessionId,
    decide: (session: Session) => Decision<Session, SessionEvent>,
  ): Promise<Session> {
    const [found] = await this.use.sessions.lock(tx, [id]);
    const { state, events } = decide(this.there(found, id));
    await this.use.sessions.save(tx, state);
    this.use.outbox.append(tx, events);
    return state;
  }

  private there(session: Session | undefined, id: SessionId): Session {
    if (session === undefined) throw new Refusal<SessionRefusal>('session_not_found', { sessionId: id });
    return session;
  }
}

function sessionOf({ principal }: RequestContext): SessionId {
  if (principal.sessionId === undefined) throw new Refusal<SessionRefusal>('session_required');
  return principal.sessionId as SessionId;
}
