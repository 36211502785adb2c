import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { Drawer, DrawerId, Tray, TrayId } from '../domain/drawer.js';
import { drawerDefined, trayDefined } from '../domain/master-events.js';
import type { DrawerRepository } from '../ports/drawer-repository.js';
import type { KnownOutlets } from '../ports/known-outlets.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { SessionDesk } from './session-desk.js';

/** Says that an outlet has a drawer, or a tray. */
export class DefineDrawer {
  constructor(
    private readonly transactor: Transactor,
    private readonly drawers: DrawerRepository,
    private readonly desk: SessionDesk,
    private readonly outbox: Outbox,
    private readonly screen: TextScreen,
    private readonly known: KnownOutlets,
  ) {}

  /** @throws Refusal `outlet_not_found`, `drawer_id_taken`, `drawer_name_taken`, `card_data_not_allowed`. */
  async execute(
    context: RequestContext,
    wish: { id: DrawerId; outletId: OutletId; name: string; deviceId: string | null },
  ): Promise<Drawer> {
    this.screen(wish.name, '/name');
    if (wish.deviceId !== null) this.screen(wish.deviceId, '/deviceId');
    await this.known.ensure(context, wish.outletId);
    return this.transactor.run(context, async (tx) => {
      await this.desk.outlet(tx, context, wish.outletId);
      const drawer: Drawer = { ...wish, active: true, sessions: 0, version: 1, createdAt: context.at };
      await this.drawers.addDrawer(tx, drawer);
      this.outbox.append(tx, [drawerDefined(drawer)]);
      return drawer;
    });
  }

  /** @throws Refusal `outlet_not_found`, `drawer_tray_id_taken`, `drawer_tray_name_taken`, `card_data_not_allowed`. */
  async tray(
    context: RequestContext,
    wish: { id: TrayId; outletId: OutletId; name: string; owner: string | null },
  ): Promise<Tray> {
    this.screen(wish.name, '/name');
    if (wish.owner !== null) this.screen(wish.owner, '/owner');
    await this.known.ensure(context, wish.outletId);
    return this.transactor.run(context, async (tx) => {
      await this.desk.outlet(tx, context, wish.outletId);
      const tray: Tray = { ...wish, active: true, version: 1, createdAt: context.at };
      await this.drawers.addTray(tx, tray);
      this.outbox.append(tx, [trayDefined(tray)]);
      return tray;
    });
  }
}
