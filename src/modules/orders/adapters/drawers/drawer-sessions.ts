import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { DrawersFacade } from '../../../drawers/index.js';
import type { DrawerDesk, SessionAsked, SessionFound } from '../../ports/drawer-desk.js';

/** Drawer sessions as the drawers module keeps them. */
export class DrawerSessions implements DrawerDesk {
  constructor(private readonly drawers: DrawersFacade) {}

  sessionRequired(tx: Tx, outletId: OutletId): Promise<boolean> {
    return this.drawers.sessionRequired(tx, outletId);
  }

  book(tx: Tx, booking: Parameters<DrawerDesk['book']>[1]): void {
    this.drawers.book(tx, booking);
  }

  sessionFor(tx: Tx, asked: SessionAsked): Promise<SessionFound> {
    return this.drawers.sessionFor(tx, asked);
  }

  holdOpen(tx: Tx, sessionId: string): Promise<boolean> {
    return this.drawers.holdOpen(tx, sessionId);
  }
}
