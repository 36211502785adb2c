import type { Principal, RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { DrawerSession, SessionId } from '../domain/drawer-session.js';
import type { DrawerRepository, PolicyRepository, SessionRepository } from '../ports/drawer-repository.js';
import type { DrawerAct, SecondPerson } from '../ports/second-person.js';
import type { TextScreen } from '../ports/text-screen.js';
import { MoveSessionCash, type CashMoveCommand, type NoSaleCommand } from './move-session-cash.js';
import { OpenDrawer, type OpenDrawerCommand } from './open-drawer.js';
import type { SessionDesk, SessionShown } from './session-desk.js';
import { WorkSession, type SessionCommand } from './work-session.js';

/** Something that was done with a drawer at a device some time ago. */
export type OfflineDrawerAct =
  | { readonly act: 'open'; readonly command: OpenDrawerCommand }
  | { readonly act: 'move'; readonly sessionId: SessionId; readonly command: CashMoveCommand | NoSaleCommand }
  | { readonly act: 'work'; readonly sessionId: SessionId; readonly command: SessionCommand };

/** A rule that was not kept: `approval_missing`, `approval_invalid`, `reason_missing`, `person_without_right`. */
export interface BrokenDrawerRule {
  readonly cause: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Who stood for an act at the device. */
export interface StoodBy {
  /** As events name actors; `null`: nobody, or nobody who may. */
  readonly by: string | null;
  /** What they may do there themselves. */
  readonly rights: ReadonlySet<string>;
}

/** What devices did with drawers while they had no network. */
export abstract class OfflineDrawers {
  /**
   * Books an act that happened, in the caller's transaction. That a second person or a reason was missing does not undo it: it is told.
   * Nor does it that the drawer was another cashier's, and who did it may not work with those of others.
   * @param context of the person, at the time at which it happened.
   * @throws Refusal where the drawer cannot be what the act says it was: those of the commands of the same names.
   */
  abstract record(
    tx: Tx,
    context: RequestContext,
    act: OfflineDrawerAct,
    stoodBy: StoodBy,
  ): Promise<readonly BrokenDrawerRule[]>;
}

export interface OfflineDrawerPorts {
  readonly drawers: DrawerRepository;
  readonly policies: PolicyRepository;
  readonly sessions: SessionRepository;
  readonly desk: SessionDesk;
  readonly secondPerson: SecondPerson;
  readonly outbox: Outbox;
  readonly screen: TextScreen;
}

/** Who stood at the drawer did it, whether or not they had the right: that is told elsewhere. */
const AT_THE_DRAWER: readonly string[] = ['drawers:open', 'drawers:move', 'drawers:no_sale'];

/** Books by the same commands as requests do. */
export class BookedOfflineDrawers extends OfflineDrawers {
  constructor(private readonly ports: OfflineDrawerPorts) {
    super();
  }

  async record(
    tx: Tx,
    context: RequestContext,
    done: OfflineDrawerAct,
    stoodBy: StoodBy,
  ): Promise<readonly BrokenDrawerRule[]> {
    const { drawers, policies, sessions, desk, outbox, screen } = this.ports;
    const { principal } = context;
    const permissions = new Set([...principal.permissions, ...AT_THE_DRAWER]);
    const present = { ...context, principal: { ...principal, permissions } };
    const within = joined(tx);
    const lenient = new LenientSecondPerson(this.ports.secondPerson, stoodBy.by);
    if (done.act === 'open') {
      await new OpenDrawer(within, drawers, policies, sessions, desk, outbox).execute(present, done.command);
      return lenient.broken;
    }
    const { session } =
      done.act === 'move'
        ? await new MoveSessionCash(within, desk, policies, lenient, screen).execute(
            present,
            done.sessionId,
            done.command,
          )
        : await workedOn(new WorkSession(within, desk, policies, drawers), present, done.sessionId, done.command);
    return [...lenient.broken, ...trespass(principal, session, stoodBy)];
  }
}

/** A device counts blind and closes in one act; here a count begins before it ends. */
async function workedOn(
  work: WorkSession,
  context: RequestContext,
  id: SessionId,
  command: SessionCommand,
): Promise<SessionShown> {
  try {
    return await work.execute(context, id, command);
  } catch (error) {
    const isBegun = !(error instanceof Refusal) || error.code !== 'drawer_session_not_counting';
    if (command.verb !== 'close' || isBegun) throw error;
    await work.execute(context, id, { verb: 'start_count' });
    return work.execute(context, id, command);
  }
}

/** Whoever works with another cashier's drawer needs the right to, or somebody beside them who has it. */
function trespass(
  { id, permissions }: Principal,
  { id: sessionId, cashierId }: DrawerSession,
  { rights }: StoodBy,
): readonly BrokenDrawerRule[] {
  const permission = 'drawers:move';
  if (cashierId === id || permissions.has(permission) || rights.has(permission)) return [];
  return [{ cause: 'person_without_right', facts: { permission, cashierId, sessionId } }];
}

/** Runs a command within a transaction that somebody else began. */
function joined(tx: Tx): Transactor {
  return { run: (_context, work) => work(tx), read: (_context, work) => work(tx) };
}

/** Takes note of what a rule asked for and did not get, and lets the act be booked. */
class LenientSecondPerson implements SecondPerson {
  readonly broken: BrokenDrawerRule[] = [];

  constructor(
    private readonly asked: SecondPerson,
    private readonly approvedBy: string | null,
  ) {}

  async authorise(tx: Tx, context: RequestContext, act: DrawerAct): Promise<{ readonly approvedBy: string | null }> {
    if (this.approvedBy !== null) return { approvedBy: this.approvedBy };
    try {
      return await this.asked.authorise(tx, context, act);
    } catch (error) {
      const cause = error instanceof Refusal ? CAUSES[(error as Refusal).code] : undefined;
      if (cause === undefined) throw error;
      this.broken.push({ cause, facts: { action: act.action, amount: act.amount } });
      return { approvedBy: null };
    }
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  approval_required: 'approval_missing',
  approval_invalid: 'approval_invalid',
  reason_required: 'reason_missing',
  reason_not_listed: 'reason_missing',
};
