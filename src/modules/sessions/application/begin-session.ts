import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import { begin, end, lock, type SessionDraft } from '../domain/session-lifecycle.js';
import type { SessionEvent } from '../domain/session-events.js';
import { isLive, type MustFirst, type Session, type SessionId, type SignInMethod } from '../domain/session.js';
import type { GuessCounts } from '../ports/guess-counts.js';
import type { SessionRepository } from '../ports/session-repository.js';
import type { SessionTokens } from '../ports/session-tokens.js';
import type { StaffRights } from '../ports/staff.js';
import type { WorkDevice } from '../ports/work-devices.js';

/** What a session begins with, after somebody has shown who they are. */
export interface Beginning {
  readonly rights: StaffRights;
  readonly device: WorkDevice | null;
  readonly method: SignInMethod;
  readonly hours: number;
  readonly idleMinutes: number | null;
  readonly mustFirst: MustFirst | null;
  /** Leaves the sessions of others on the device, locked. */
  readonly keepOther: boolean;
  /** The one of them that ends all the same. */
  readonly replaces: string | undefined;
}

/** A session just begun, with its token, and whom the door has to forget. */
export interface Begun {
  readonly session: Session;
  readonly token: string;
  readonly forgotten: readonly string[];
}

/** So many sessions wait on a device, locked, beside the one that is open. */
const KEPT_MAX = 9;

/** Begins sessions. A device has at most one that is not locked: a new one ends or locks the one before. */
export class BeginSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly counts: GuessCounts,
    private readonly tokens: SessionTokens,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** In the caller's transaction. The tokens of those that end or lock must be recalled after its commit. */
  async execute(tx: Tx, context: RequestContext, beginning: Beginning): Promise<Begun> {
    const { device } = beginning;
    const forgotten = device === null ? [] : await this.makeRoom(tx, context, device, beginning);
    const id = this.ids.next<'session'>();
    const { state, events } = begin(draftOf(id, beginning), beginning.rights.roles, context.at);
    const { token, hash } = this.tokens.make(context.tenantId);
    await this.sessions.add(tx, state, hash);
    this.outbox.append(tx, events);
    return { session: state, token, forgotten };
  }

  private async makeRoom(tx: Tx, context: RequestContext, device: WorkDevice, wish: Beginning): Promise<string[]> {
    const { at } = context;
    // Whoever signs in at the device at the same time waits here.
    await this.counts.lock(tx, [{ scope: 'device', personId: null, deviceId: device.id }], at);
    const live = [...(await this.sessions.lockLive(tx, { deviceId: device.id }))].sort(youngestFirst);
    const forgotten: string[] = [];
    for (const [index, session] of live.entries()) {
      const stays = wish.keepOther && isLive(session, at) && session.id !== wish.replaces && index < KEPT_MAX;
      const { state, events } = stays ? lock(session, 'switched_user', at) : end(session, switched(wish, at));
      if (events.length === 0) continue;
      await this.sessions.save(tx, state);
      this.outbox.append(tx, events satisfies readonly SessionEvent[]);
      forgotten.push(`session:${session.id}`);
    }
    return forgotten;
  }
}

function switched({ rights }: Beginning, at: Date) {
  return { at, by: `user:${rights.member.actorId}`, why: 'switched_user', reason: null } as const;
}

function youngestFirst(a: Session, b: Session): number {
  return b.begunAt.getTime() - a.begunAt.getTime();
}

function draftOf(id: SessionId, { rights, device, method, hours, idleMinutes, mustFirst }: Beginning): SessionDraft {
  const { id: personId, actorId } = rights.member;
  const place = device && { deviceId: device.id, deviceKind: device.deviceKind, outletId: device.outletId };
  return { id, personId, actorId, place, method, hours, idleMinutes, mustFirst };
}
