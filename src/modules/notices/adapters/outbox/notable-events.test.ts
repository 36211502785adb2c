import { AGGREGATE_OF } from '../../../../app/event-aggregates.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { ApiKeyEvents } from '../../../access/index.js';
import type { DayEvents } from '../../../business-days/index.js';
import type { DeviceEvents, LinkEvents } from '../../../devices/index.js';
import type { DrawerEvents } from '../../../drawers/index.js';
import type { AttemptEvents, LoginEvents } from '../../../identity/index.js';
import type { LicenceEvents, LicenceInvoiceEvents, PlanRequestEvents } from '../../../licensing/index.js';
import type { DiscoveryEvents } from '../../../outlets/index.js';
import type { SyncDeviceEvents } from '../../../offline-sync/index.js';
import type { StaffEvents } from '../../../people/index.js';
import type { SessionEvents } from '../../../sessions/index.js';
import type { SettlementEvents } from '../../../settlements/index.js';
import type { TenderingEvents } from '../../../tendering/index.js';
import { NOTABLE, paramsOf } from '../../domain/notable.js';
import type { NoticeParams } from '../../domain/notice.js';

// The events are heard by their types, as text: here they are held against what the modules really tell.

type Told = ApiKeyEvents &
  AttemptEvents &
  LoginEvents &
  LicenceEvents &
  LicenceInvoiceEvents &
  PlanRequestEvents &
  TenderingEvents &
  DayEvents &
  DeviceEvents &
  LinkEvents &
  DiscoveryEvents &
  DrawerEvents &
  SessionEvents &
  StaffEvents &
  SyncDeviceEvents &
  SettlementEvents;

const [ID, ORDER, PAYMENT] = [1, 2, 3].map((one) => `0197a3c2-0000-7000-8000-00000000000${one}`) as [
  string,
  string,
  string,
];
const USD = (amount: number) => ({ amount, currency: 'USD' });

const unallocated: Told['pos.payment.unallocated']['unallocated'] = {
  ...{
    id: ID,
    provider: 'treasury',
    tender: 'card',
    paymentId: PAYMENT,
    orderId: ORDER,
    outletId: null,
    amount: USD(5),
  },
  ...{ reason: 'order_settled', reference: 'pay-1', status: 'open', arrivedAt: '2026-11-21T10:00:00Z', test: false },
  version: 1,
};
const payment: Told['pos.payment.unknown']['payment'] = {
  ...{
    id: PAYMENT,
    orderId: ORDER,
    orderNumber: 'A-1',
    outletId: ID as OutletId,
    tender: 'card',
    provider: 'treasury',
  },
  ...{ amount: USD(6), status: 'unknown', captured: null, reference: null, reason: 'no_answer', owner: 'user:ann' },
  ...{ test: false, version: 3 },
};
const refund: Told['pos.payment.refund_failed']['refund'] = {
  ...{ id: ID, paymentId: PAYMENT, orderId: ORDER, refundId: ID, outletId: null, provider: 'treasury', amount: USD(7) },
  ...{ status: 'failed', reason: 'smith', failure: 'account_closed', reference: null, attempt: 1, test: false },
};
const exception: Pick<Told['pos.cash_exception'], 'variance' | 'limit'> = { variance: USD(-8), limit: USD(5) };
const discovered: Told['pos.outlet.discovery_failed'] = {
  discovery: {
    ...{ id: ID, outletId: ID, askedBy: 'user:ann', askedAt: '2026-11-20T10:00:00.000Z', tries: 1 },
    ...{ outcome: 'distrusted', reason: 'signature_wrong', answeredAt: '2026-11-20T10:00:01.000Z' },
  },
  reason: 'signature_wrong',
};
const accountLock: Told['pos.session.account_locked'] = {
  lock: { id: ID, scope: 'account', personId: ID, deviceId: null, wrong: 50, lockedUntil: '2026-11-21T00:00:00.000Z' },
};
const pinReset: Told['pos.staff.pin_reset'] = {
  staff: {
    id: ID as Told['pos.staff.pin_reset']['staff']['id'],
    staffNumber: '7',
    displayName: 'Ann',
    userId: null,
    version: 2,
  },
  reason: 'smith',
};
const device: Told['outlet.offline_alert']['device'] = {
  ...{ id: ID, outletId: ID as OutletId, name: 'Counter', kind: 'till', serial: null, status: 'active' },
  ...{ binding: 'dpop', platform: 'Android 14', model: 'T2s', idleLockMinutes: 10, linkedBy: 'user:ann', version: 1 },
  receiptSeries: 'T1',
};
const silent: Told['outlet.offline_alert'] = { device, lastSeenAt: '2026-11-20T10:00:00.000Z', queueDepth: 3 };
const cloned: Told['pos.device.clone_suspected'] = { device, machines: 2 };
const linkingClosed: Told['pos.device.linking_closed'] = { wrong: 20, until: '2026-11-20T10:10:00.000Z' };
const ending: Pick<Told['pos.api_key.expiring'], 'withinDays'> = { withinDays: 7 };
const closure: Told['pos.report.closure_due'] = { outletId: ID as OutletId, businessDate: '2026-11-20' };
const found: Pick<Told['pos.settlement.differences_found'], 'count' | 'differences'> = { count: 4, differences: [] };
const forced: Pick<Told['pos.cashdrawer.count_forced'], 'because'> = { because: 'cash_limit' };

const due: Pick<Told['pos.subscription.renewal_due'], 'reason' | 'daysLeft'> = {
  reason: 'paid_time_ends',
  daysLeft: 7,
};
const invoice: Pick<Told['pos.licence_invoice.failed']['invoice'], 'total'> = { total: USD(4_900) };

const entry: Told['pos.sync.entry_rejected']['entry'] = {
  ...{ id: ID, entryId: ID, deviceId: ID, outletId: ID as OutletId, sequence: 12, kind: 'order.refund' },
  ...{ subjectId: ORDER, status: 'rejected', code: 'tender_needs_network', businessDate: '2026-11-20', version: 1 },
  ...{ deviceAt: '2026-11-20T10:00:00.000Z', happenedAt: '2026-11-20T10:00:00.000Z' },
  receivedAt: '2026-11-20T10:01:00.000Z',
};
const queue: Told['pos.sync.gap_found']['device'] = {
  ...{ deviceId: ID, outletId: ID as OutletId, through: 4, highest: 9, missing: [{ from: 5, to: 6 }], skewMs: 400_000 },
  ...{ waiting: 0, lastSyncAt: '2026-11-20T10:01:00.000Z' },
};

const OF_PAYMENT = { paymentId: PAYMENT, orderId: ORDER, provider: 'treasury' };
const CASES: readonly (readonly [
  type: keyof Told,
  data: object,
  aggregateId: string,
  params: Partial<NoticeParams>,
])[] = [
  [
    'pos.payment.unallocated',
    { unallocated },
    ID,
    { ...OF_PAYMENT, tender: 'card', amount: USD(5), reason: 'order_settled' },
  ],
  ['pos.payment.unknown', { payment }, PAYMENT, { ...OF_PAYMENT, tender: 'card', amount: USD(6), reason: 'no_answer' }],
  [
    'pos.payment.charged_back',
    { payment },
    PAYMENT,
    { ...OF_PAYMENT, tender: 'card', amount: USD(6), reason: 'no_answer' },
  ],
  ['pos.payment.refund_failed', { refund }, PAYMENT, { ...OF_PAYMENT, amount: USD(7), reason: 'account_closed' }],
  ['pos.cash_exception', exception, ID, { amount: USD(-8), drawerSessionId: ID }],
  ['pos.cashdrawer.count_forced', forced, ID, { reason: 'cash_limit', drawerSessionId: ID }],
  ['pos.settlement.differences_found', found, ID, { count: 4 }],
  ['pos.outlet.discovery_failed', discovered, ID, { reason: 'signature_wrong' }],
  ['pos.api_key.expiring', ending, ID, {}],
  ['outlet.offline_alert', silent, ID, {}],
  ['pos.device.clone_suspected', cloned, ID, {}],
  ['pos.device.linking_closed', linkingClosed, ID, {}],
  ['pos.report.closure_due', closure, ID, { businessDate: '2026-11-20' }],
  ['pos.session.account_locked', accountLock, ID, {}],
  ['pos.staff.pin_reset', pinReset, ID, {}],
  ['pos.identity.locked', {}, ID, {}],
  ['pos.identity.recovery_code_used', {}, ID, {}],
  ['pos.subscription.renewal_due', due, ID, { reason: 'paid_time_ends' }],
  ['pos.license.renewal_due', due, ID, { reason: 'paid_time_ends' }],
  ['pos.licence.expired', {}, ID, {}],
  ['pos.licence.revoked', {}, ID, {}],
  ['pos.plan_request.received', {}, ID, {}],
  ['pos.sync.entry_rejected', { entry }, ID, { reason: 'tender_needs_network', businessDate: '2026-11-20' }],
  [
    'pos.sync.entry_quarantined',
    { entry: { ...entry, code: 'chain_broken' } },
    ID,
    { reason: 'chain_broken', businessDate: '2026-11-20' },
  ],
  ['pos.sync.gap_found', { device: queue }, ID, {}],
  ['pos.sync.clock_wrong', { device: queue }, ID, {}],
  ['pos.licence_invoice.failed', { invoice, reason: 'refused' }, ID, { amount: USD(4_900), reason: 'refused' }],
];

test.each(CASES)('%s', (type, data, aggregateId, params) => {
  const notable = NOTABLE[type];
  if (notable === undefined) throw new Error('nobody listens');
  const about = { aggregate: AGGREGATE_OF[type], aggregateId };
  const known = Object.entries(paramsOf(notable, data, about)).filter(([, value]) => value !== null);
  expect(Object.fromEntries(known)).toEqual(params);
});

test('these are all', () => {
  expect(CASES.map(([type]) => type).sort()).toEqual(Object.keys(NOTABLE).sort());
});
