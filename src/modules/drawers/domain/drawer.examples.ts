import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { CountedCash } from './cash-count.js';
import { closeSession, startCount } from './count-cash.js';
import { POLICY_DEFAULTS, type DrawerPolicy } from './drawer-policy.js';
import type { ClosedSession, CountingSession, Doing, DrawerSession, OpenSession, SessionId } from './drawer-session.js';
import type { Drawer, DrawerId, Tray, TrayId } from './drawer.js';
import { openDrawerSession } from './open-drawer-session.js';

export const KES = (amount: number): Money => ({ amount, currency: 'KES' });
export const counted = (amount: number): CountedCash => ({ total: KES(amount), denominations: null });

export const outletId = '01979f60-0000-7000-8000-0000000000a1' as OutletId;
export const otherOutletId = '01979f60-0000-7000-8000-0000000000a2' as OutletId;
export const at = new Date('2026-11-21T09:00:00Z');
export const later = new Date('2026-11-21T19:00:00Z');
export const cashier = 'user:amina';
export const doing: Doing = { actor: cashier, at, businessDate: '2026-11-21', late: false, approvedBy: null };
export const policy: DrawerPolicy = { ...POLICY_DEFAULTS, outletId, varianceLimit: 500, version: 1 };

export const drawer: Drawer = {
  ...{ id: '01979f60-0000-7000-8000-0000000000d1' as DrawerId, outletId, name: 'Counter 1', deviceId: 'till-1' },
  ...{ active: true, sessions: 6, version: 1, createdAt: at },
};
export const tray: Tray = {
  ...{ id: '01979f60-0000-7000-8000-0000000000e1' as TrayId, outletId, name: 'Red', owner: null },
  ...{ active: true, version: 1, createdAt: at },
};

/** A session of the drawer, with a float of 1,000. */
export function opened(id = '01979f60-0000-7000-8000-0000000000f1', more: Partial<OpenSession> = {}): OpenSession {
  const opening = { id: id as SessionId, drawer, tray: null, deviceId: null, cashierId: cashier, currency: 'KES' };
  return { ...openDrawerSession({ ...opening, float: KES(1000) }, policy, doing).state, ...more };
}

const open = opened();
const counting: CountingSession = startCount(open, doing).state;
const closed = (cash: number): ClosedSession =>
  closeSession(counting, KES(1000), { cash: counted(cash), keptFloat: KES(0) }, policy, { ...doing, at: later }).state;

/** One of each. `forced` is open and takes nothing more; `off` waits for somebody to decide on its variance. */
export const sessions = {
  open,
  forced: { ...open, forced: { at, because: 'sales' } },
  counting,
  closed: closed(1000),
  off: closed(100),
} as const satisfies Record<string, DrawerSession>;
