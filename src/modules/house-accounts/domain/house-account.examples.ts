import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { HouseAccount, HouseAccountId } from './house-account.js';

export const AT = new Date('2026-11-21T10:00:00Z');
export const OUTLET = '0197a3c2-7b1e-7000-8000-0000000000aa' as OutletId;
export const OTHER_OUTLET = '0197a3c2-7b1e-7000-8000-0000000000bb' as OutletId;

export const USD = (amount: number): Money => ({ amount, currency: 'USD' });

const base: HouseAccount = {
  ...{ id: '0197a3c2-7b1e-7000-8000-000000000001' as HouseAccountId, number: 'D-42', name: 'Baker', customerId: 'c-1' },
  ...{ status: 'open', statusReason: null, limit: USD(10000), balance: USD(2500), termsDays: 30, outletIds: [OUTLET] },
  ...{ openedAt: AT, movements: 1, movedAt: AT, version: 2 },
};

/** An account with a limit of 100.00 on which 25.00 is owed, in each state. */
export const accounts: Readonly<Record<HouseAccount['status'], HouseAccount>> = {
  open: base,
  blocked: { ...base, status: 'blocked', statusReason: 'late' },
  closed: { ...base, status: 'closed', statusReason: 'moved away', balance: USD(0) },
};

/** Ids of an order's parts. */
export const purchase = { orderId: 'order', paymentId: 'payment', outletId: OUTLET };
export const refund = { ...purchase, refundId: 'refund' };
