import { add, zero, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { DrawerPolicy } from './drawer-policy.js';
import { ACCOUNTS } from './drawer-ledger.js';
import type { DrawerRefusal } from './drawer-refusal.js';
import type { Doing, OpenSession, SessionId } from './drawer-session.js';
import { assertTrayFits, assertUsable, type Drawer, type Tray } from './drawer.js';
import { decided, into, type SessionDecision } from './session-decision.js';

/** What a session begins with. */
export interface Opening {
  readonly id: SessionId;
  readonly drawer: Drawer;
  readonly tray: Tray | null;
  /** Wished for; else the device that the drawer is fastened to. */
  readonly deviceId: string | null;
  readonly cashierId: string;
  readonly currency: string;
  readonly float: Money;
}

/**
 * Opens the next session of a drawer; its float comes from the safe.
 * @throws Refusal `drawer_inactive`, `drawer_tray_not_found`, `drawer_tray_inactive`, `drawer_tray_of_another`,
 * `drawer_amount_invalid`, `currency_mismatch`.
 */
export function openDrawerSession(opening: Opening, policy: DrawerPolicy, doing: Doing): SessionDecision<OpenSession> {
  const { id, drawer, tray, cashierId, currency } = opening;
  assertUsable(drawer);
  if (tray !== null) assertTrayFits(tray, drawer.outletId, cashierId);
  const float = add(zero(currency), opening.float);
  if (float.amount < 0) throw new Refusal<DrawerRefusal>('drawer_amount_invalid', { drawerId: drawer.id });
  const session: OpenSession = {
    ...{ id, outletId: drawer.outletId, drawerId: drawer.id, trayId: tray?.id ?? null, cashierId, currency },
    ...{ deviceId: opening.deviceId ?? drawer.deviceId, number: drawer.sessions + 1, blind: policy.blindCount },
    ...{ businessDate: doing.businessDate, openedAt: doing.at, openedBy: doing.actor, countedLastAt: doing.at },
    ...{ noSales: 0, status: 'open', forced: null, version: 0, eventSequence: 0 },
  };
  const entries = float.amount === 0 ? [] : [into(session, 'float', float, ACCOUNTS.safe(session.outletId), doing)];
  return decided(session, [{ type: 'pos.cashdrawer.opened', details: { float } }], { entries });
}
