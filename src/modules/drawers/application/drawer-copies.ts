import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { DrawerPolicy } from '../domain/drawer-policy.js';
import type { Drawer } from '../domain/drawer.js';

/** What those need who keep a copy of an outlet's drawers, within their own transaction. */
export abstract class DrawerCopies {
  /** All of the outlet, put away or not; by name, at most 500. */
  abstract drawers(tx: Tx, outletId: OutletId): Promise<readonly Drawer[]>;
  /** How they are run. From memory: costs no round trip. */
  abstract policy(tx: Tx, outletId: OutletId): Promise<DrawerPolicy>;
}
