import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import { money, type Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { readCount, type CountDraft } from '../domain/cash-count.js';
import { countable, type DrawerPolicy } from '../domain/drawer-policy.js';
import type { DrawerRefusal } from '../domain/drawer-refusal.js';
import type { SessionId } from '../domain/drawer-session.js';
import type { Drawer, DrawerId, Tray, TrayId } from '../domain/drawer.js';
import { openDrawerSession } from '../domain/open-drawer-session.js';
import { seesExpected } from '../domain/session-access.js';
import type { DrawerRepository, PolicyRepository, SessionRepository } from '../ports/drawer-repository.js';
import type { SessionDesk, SessionShown } from './session-desk.js';

export interface OpenDrawerCommand {
  readonly id: SessionId;
  readonly drawerId: DrawerId;
  /** What is put in; else what the last session left in it, else the outlet's usual float. */
  readonly float: CountDraft | null;
  readonly trayId: TrayId | null;
  readonly deviceId: string | null;
  /** The caller when absent. */
  readonly cashierId: string | undefined;
}

/** Opens a drawer with a float. */
export class OpenDrawer {
  constructor(
    private readonly transactor: Transactor,
    private readonly drawers: DrawerRepository,
    private readonly policies: PolicyRepository,
    private readonly sessions: SessionRepository,
    private readonly desk: SessionDesk,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @throws Refusal `drawer_not_found`, `drawer_already_open`, `drawer_device_in_use`, `drawer_session_id_taken`, those of the tray,
   * of the float, and `permission_missing` for opening it in another's name without `drawers:move`.
   */
  execute(context: RequestContext, command: OpenDrawerCommand): Promise<SessionShown> {
    const { principal } = context;
    const { drawerId, cashierId = principal.id } = command;
    return this.transactor.run(context, async (tx) => {
      if (cashierId !== principal.id && !principal.permissions.has('drawers:move'))
        throw new Refusal('permission_missing', { permission: 'drawers:move' });
      const drawer = await this.drawers.drawer(tx, drawerId);
      if (!mayActFor(principal, drawer.outletId)) throw new Refusal<DrawerRefusal>('drawer_not_found', { drawerId });
      if (await this.drawers.inUse(tx, { drawerId }))
        throw new Refusal<DrawerRefusal>('drawer_already_open', { drawerId });
      const tray = command.trayId && (await this.freeTray(tx, command.trayId));
      const outlet = await this.desk.outlet(tx, context, drawer.outletId);
      const policy = await this.policies.of(tx, outlet.id);
      const float = await this.floatOf(tx, command, drawer, policy, outlet.currency);
      const { id } = command;
      // Who is signed in at a linked device opens it there, whatever they say.
      const deviceId = context.principal.deviceId ?? command.deviceId;
      const opening = { id, drawer, tray, deviceId, cashierId, currency: outlet.currency, float };
      const decision = openDrawerSession(opening, policy, this.desk.doing(tx, context, outlet));
      await this.drawers.saveDrawer(tx, { ...drawer, sessions: decision.state.number });
      await this.sessions.add(tx, decision);
      this.outbox.append(tx, decision.events);
      return { session: decision.state, expected: seesExpected(principal, decision.state) ? float : null };
    });
  }

  private async freeTray(tx: Tx, trayId: TrayId): Promise<Tray> {
    const tray = await this.drawers.tray(tx, trayId);
    if (await this.drawers.inUse(tx, { trayId })) throw new Refusal<DrawerRefusal>('drawer_tray_in_use', { trayId });
    return tray;
  }

  private async floatOf(
    tx: Tx,
    { float }: OpenDrawerCommand,
    { id }: Drawer,
    policy: DrawerPolicy,
    currency: string,
  ): Promise<Money> {
    if (float !== null) return readCount(float, currency, countable(policy, currency), '').total;
    return money((await this.sessions.keptFloat(tx, id)) ?? policy.floatDefault, currency);
  }
}
