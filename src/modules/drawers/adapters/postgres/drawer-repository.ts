import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { DrawerRefusal } from '../../domain/drawer-refusal.js';
import type { Drawer, DrawerId, Tray, TrayId } from '../../domain/drawer.js';
import type { DrawerRepository } from '../../ports/drawer-repository.js';
import { fromDrawer, fromTray, toDrawer, toTray, type DrawerTables } from './drawer-rows.js';

const TAKEN: Readonly<Record<string, DrawerRefusal>> = {
  drawers_pkey: 'drawer_id_taken',
  drawers_name_key: 'drawer_name_taken',
  drawer_trays_pkey: 'drawer_tray_id_taken',
  drawer_trays_name_key: 'drawer_tray_name_taken',
};

/** Drawers and trays in PostgreSQL. */
export class PostgresDrawerRepository implements DrawerRepository {
  async drawer(tx: Tx, id: DrawerId): Promise<Drawer> {
    const row = await transactionOf<DrawerTables>(tx)
      .selectFrom('drawers')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new Refusal<DrawerRefusal>('drawer_not_found', { drawerId: id });
    return toDrawer(row);
  }

  async tray(tx: Tx, id: TrayId): Promise<Tray> {
    const row = await transactionOf<DrawerTables>(tx)
      .selectFrom('drawer_trays')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new Refusal<DrawerRefusal>('drawer_tray_not_found', { trayId: id });
    return toTray(row);
  }

  async inUse(tx: Tx, what: { readonly drawerId: DrawerId } | { readonly trayId: TrayId }): Promise<boolean> {
    const select = transactionOf<DrawerTables>(tx)
      .selectFrom('drawer_sessions')
      .select('id')
      .where('status', '<>', 'closed');
    const found =
      'drawerId' in what ? select.where('drawer_id', '=', what.drawerId) : select.where('tray_id', '=', what.trayId);
    return (await found.executeTakeFirst()) !== undefined;
  }

  async addDrawer(tx: Tx, drawer: Drawer): Promise<void> {
    const row = { tenant_id: tenantOf(tx), ...fromDrawer(drawer) };
    await inWords(() => transactionOf<DrawerTables>(tx).insertInto('drawers').values(row).execute());
  }

  async saveDrawer(tx: Tx, drawer: Drawer): Promise<void> {
    const { id, ...changes } = fromDrawer(drawer);
    await inWords(() =>
      transactionOf<DrawerTables>(tx).updateTable('drawers').set(changes).where('id', '=', id).execute(),
    );
  }

  async addTray(tx: Tx, tray: Tray): Promise<void> {
    const row = { tenant_id: tenantOf(tx), ...fromTray(tray) };
    await inWords(() => transactionOf<DrawerTables>(tx).insertInto('drawer_trays').values(row).execute());
  }

  async saveTray(tx: Tx, tray: Tray): Promise<void> {
    const { id, ...changes } = fromTray(tray);
    await inWords(() =>
      transactionOf<DrawerTables>(tx).updateTable('drawer_trays').set(changes).where('id', '=', id).execute(),
    );
  }
}

async function inWords(statement: () => Promise<unknown>): Promise<void> {
  try {
    await statement();
  } catch (error) {
    const code = TAKEN[violatedConstraint(error) ?? ''];
    if (code === undefined) throw error;
    const member = code.endsWith('id_taken') ? '/id' : '/name';
    throw new Refusal<DrawerRefusal>(code, {}, [{ pointer: member, message: 'is taken' }]);
  }
}
