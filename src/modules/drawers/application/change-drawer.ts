import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { DrawerRefusal } from '../domain/drawer-refusal.js';
import {
  changeDrawer,
  changeTray,
  type Drawer,
  type DrawerChanges,
  type DrawerId,
  type Tray,
  type TrayChanges,
  type TrayId,
} from '../domain/drawer.js';
import { drawerChanged, trayChanged } from '../domain/master-events.js';
import type { DrawerRepository } from '../ports/drawer-repository.js';
import type { TextScreen } from '../ports/text-screen.js';

/** Changes a drawer or a tray, puts it away or takes it back. */
export class ChangeDrawer {
  constructor(
    private readonly transactor: Transactor,
    private readonly drawers: DrawerRepository,
    private readonly outbox: Outbox,
    private readonly screen: TextScreen,
  ) {}

  /** @throws Refusal `drawer_not_found`, `drawer_in_use`, `drawer_name_taken`, `version_mismatch`, `card_data_not_allowed`. */
  execute(context: RequestContext, drawerId: DrawerId, changes: DrawerChanges, expected?: number): Promise<Drawer> {
    if (changes.name !== undefined) this.screen(changes.name, '/name');
    if (changes.deviceId != null) this.screen(changes.deviceId, '/deviceId');
    return this.transactor.run(context, async (tx) => {
      const before = await this.drawers.drawer(tx, drawerId);
      if (!mayActFor(context.principal, before.outletId))
        throw new Refusal<DrawerRefusal>('drawer_not_found', { drawerId });
      assertVersion(expected, before.version);
      const drawer = changeDrawer(before, changes, await this.drawers.inUse(tx, { drawerId }));
      await this.drawers.saveDrawer(tx, drawer);
      this.outbox.append(tx, [drawerChanged(drawer, before)]);
      return drawer;
    });
  }

  /** @throws Refusal `drawer_tray_not_found`, `drawer_tray_in_use`, `drawer_tray_name_taken`, `version_mismatch`. */
  tray(context: RequestContext, trayId: TrayId, changes: TrayChanges, expected?: number): Promise<Tray> {
    if (changes.name !== undefined) this.screen(changes.name, '/name');
    if (changes.owner != null) this.screen(changes.owner, '/owner');
    return this.transactor.run(context, async (tx) => {
      const before = await this.drawers.tray(tx, trayId);
      if (!mayActFor(context.principal, before.outletId))
        throw new Refusal<DrawerRefusal>('drawer_tray_not_found', { trayId });
      assertVersion(expected, before.version);
      const tray = changeTray(before, changes, await this.drawers.inUse(tx, { trayId }));
      await this.drawers.saveTray(tx, tray);
      this.outbox.append(tx, [trayChanged(tray, before)]);
      return tray;
    });
  }
}

function assertVersion(expected: number | undefined, currentVersion: number): void {
  if (expected !== undefined && expected !== currentVersion) throw new Refusal('version_mismatch', { currentVersion });
}
