import { randomUUID } from 'node:crypto';

/** US dollars in cents. */
export const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });
const reason = 'because of the test';
const counted = { counted: USD(1) };

/** A request. */
export type Act = readonly [method: string, path: string, body?: object];
/** Something that has to do with money, and that callers name by id. */
export interface Resource {
  readonly name: string;
  /** Where its members are listed; `{outlet}` is the outlet that they are of. */
  readonly list: string;
  /** What can be done to one of them; `{id}` stands for it. */
  readonly acts: readonly Act[];
}

const verbs = (base: string, body: object, ...names: readonly string[]): Act[] =>
  names.map((name) => ['POST', `${base}/${name}`, body]);

/** What the audit log is called here. */
export const LOG = 'entries of the audit log';

/** All of them. */
export const RESOURCES: readonly Resource[] = [
  {
    name: 'drawers',
    list: '/drawers',
    acts: [
      ['GET', '/drawers/{id}'],
      ['PATCH', '/drawers/{id}', { name: 'Mine' }],
      ['POST', '/drawers/{id}/sessions', {}],
    ],
  },
  {
    name: 'trays',
    list: '/drawer-trays',
    acts: [
      ['GET', '/drawer-trays/{id}'],
      ['PATCH', '/drawer-trays/{id}', { name: 'Mine' }],
    ],
  },
  {
    name: 'drawer sessions',
    list: '/drawer-sessions',
    acts: [
      ...['', '/entries', '/counts', '/x-report'].map((what): Act => ['GET', `/drawer-sessions/{id}${what}`]),
      ...verbs('/drawer-sessions/{id}', counted, 'counts', 'close'),
      ...verbs('/drawer-sessions/{id}', { reason }, 'no-sale', 'variance/approve', 'variance/reject'),
      ...verbs('/drawer-sessions/{id}', { amount: USD(1), reason }, 'skims', 'paid-in'),
      ['POST', '/drawer-sessions/{id}/count'],
      ['POST', '/drawer-sessions/{id}/reopen-count'],
      ['POST', '/drawer-sessions/{id}/z-report'],
      ['POST', '/drawer-sessions/{id}/handover', { cashierId: 'me', count: counted }],
      ['POST', '/drawer-sessions/{id}/tray', { trayId: randomUUID(), count: counted }],
      ['POST', '/drawer-sessions/{id}/transfers', { toSessionId: randomUUID(), amount: USD(1), reason }],
      ['POST', '/drawer-sessions/{id}/tip-outs', { amount: USD(1), person: 'me', reason }],
      [
        ...(['POST', '/drawer-sessions/{id}/paid-out'] as const),
        { amount: USD(1), reason, category: 'petty_cash', receiptReference: 'slip' },
      ],
    ],
  },
  {
    name: 'deposits',
    list: '/outlets/{outlet}/deposits',
    acts: [
      ['GET', '/outlets/{outlet}/deposits/{id}'],
      ['POST', '/outlets/{outlet}/deposits/{id}/deposited', {}],
      ['POST', '/outlets/{outlet}/deposits/{id}/confirm', { amount: USD(1) }],
      ['POST', '/outlets/{outlet}/deposits/{id}/cancel', { reason }],
    ],
  },
  {
    name: 'charges',
    list: '/charges',
    acts: [
      ['GET', '/charges/{paymentId}'],
      ['POST', '/charges/{paymentId}/check'],
      ['POST', '/charges/{paymentId}/resolve', { as: 'failed', reason }],
    ],
  },
  {
    name: 'unallocated payments',
    list: '/unallocated-payments',
    acts: [
      ['GET', '/unallocated-payments/{id}'],
      ['POST', '/unallocated-payments/{id}/allocate', { orderId: randomUUID(), reason }],
      ...verbs('/unallocated-payments/{id}', { reason }, 'refund', 'write-off'),
    ],
  },
  {
    name: 'refunds of providers',
    list: '/provider-refunds',
    acts: [
      ['GET', '/provider-refunds/{id}'],
      ['POST', '/provider-refunds/{id}/retry'],
      ['POST', '/provider-refunds/{id}/settle-by-hand', { reason }],
    ],
  },
  { name: 'payouts', list: '/payouts', acts: [['GET', '/payouts/{id}']] },
  {
    name: 'settlements',
    list: '/settlements',
    acts: [
      ['GET', '/settlements/{id}'],
      ['GET', '/settlements/{id}/lines'],
      ['POST', '/settlements/{id}/reconcile'],
    ],
  },
  {
    name: 'differences of settlements',
    list: '/settlement-differences',
    acts: [
      ['GET', '/settlement-differences/{id}'],
      ['POST', '/settlement-differences/{id}/explain', { reason }],
      ['POST', '/settlement-differences/{id}/reopen'],
    ],
  },
  {
    name: 'chargebacks',
    list: '/chargebacks',
    acts: [
      ['GET', '/chargebacks/{id}'],
      ['POST', '/chargebacks/{id}/evidence', { note: 'a slip' }],
      ['POST', '/chargebacks/{id}/close', { outcome: 'won' }],
    ],
  },
  {
    name: 'shifts',
    list: '/shifts',
    acts: [
      ['GET', '/shifts/{id}'],
      ['GET', '/shifts/{id}/report'],
      ['PATCH', '/shifts/{id}', { reason, job: 'chef' }],
      ...verbs('/shifts/{id}', {}, 'breaks/start', 'breaks/end', 'clock-out'),
    ],
  },
  { name: 'pool runs', list: '/tips/pool-runs', acts: [['GET', '/tips/pool-runs/{id}']] },
  { name: 'Z reports', list: '/z-reports', acts: [['GET', '/z-reports/{id}']] },
  {
    name: 'approvals',
    list: '/approvals',
    acts: [
      ['GET', '/approvals/{id}'],
      ...verbs('/approvals/{id}', {}, 'grant', 'deny'),
      ['POST', '/approvals/{id}/withdraw'],
    ],
  },
  { name: LOG, list: '/audit', acts: [['GET', '/audit/{number}']] },
  {
    name: 'notices',
    list: '/notices',
    acts: [['GET', '/notices/{id}'], ...verbs('/notices/{id}', {}, 'acknowledge'), ['POST', '/notices/{id}/reopen']],
  },
  {
    name: 'house accounts',
    list: '/house-accounts',
    acts: [
      ...['', '/entries', '/statement'].map((what): Act => ['GET', `/house-accounts/{id}${what}`]),
      ['PATCH', '/house-accounts/{id}', { name: 'Mine', reason }],
      ['POST', '/house-accounts/{id}/payments', { amount: USD(1), tender: 'bank_transfer' }],
      ['POST', '/house-accounts/{id}/adjust', { amount: USD(1), reason }],
      ...verbs('/house-accounts/{id}', { reason }, 'block', 'unblock', 'close', 'reopen'),
    ],
  },
  {
    name: 'connections to providers',
    list: '/v1/{tenant}/integrations/payment-connections',
    acts: [
      ['GET', '/v1/{tenant}/integrations/payment-connections/{id}'],
      ...['disable', 'enable', 'test', 'rotate-callback-token'].map((verb): Act => {
        return ['POST', `/v1/{tenant}/integrations/payment-connections/{id}/${verb}`];
      }),
    ],
  },
];

/** What an outlet as a whole has, or can be told. */
export const AT_OUTLET: readonly Act[] = [
  ...['safe', 'deposits', 'drawer-policy', 'x-report', 'day-policy', 'shift-policy', 'tip-rules'].map((what): Act => [
    'GET',
    `/outlets/{outlet}/${what}`,
  ]),
  ['GET', '/outlets/{outlet}/days?from=2026-01-01&to=2026-01-31'],
  ['GET', '/outlets/{outlet}/tip-pools?from=2026-01-01&to=2026-01-31'],
  ['GET', '/outlets/{outlet}/tenders/cash'],
  ['POST', '/outlets/{outlet}/safe/adjustments', { amount: USD(1), reason }],
  ['POST', '/outlets/{outlet}/deposits', { amount: USD(1) }],
  ['PUT', '/outlets/{outlet}/drawer-policy', {}],
  ['PUT', '/outlets/{outlet}/day-policy', { closure: 'off', graceMinutes: 60 }],
  ['PUT', '/outlets/{outlet}/shift-policy', { longestMinutes: 600 }],
  ['PUT', '/outlets/{outlet}/tenders/card', { name: 'Card', kind: 'card' }],
  ['DELETE', '/outlets/{outlet}/tenders/card'],
  ['POST', '/outlets/{outlet}/days/2026-01-05/close', {}],
  ['POST', '/outlets/{outlet}/tip-pools/2026-03-06/distribute'],
  ['POST', '/outlets/{outlet}/tip-pools/2026-03-06/reverse', { reason }],
  ['GET', '/invariants?outletId={outlet}'],
  ['GET', '/tips/balances?outletId={outlet}'],
  ['GET', '/reports/tips?outletId={outlet}&from=2026-01-01&to=2026-01-31'],
  ['GET', '/reports/cashiers?outletId={outlet}&from=2026-01-01&to=2026-01-31'],
  ['POST', '/drawers', { outletId: '{outlet}', name: 'Mine' }],
  ['POST', '/drawer-trays', { outletId: '{outlet}', name: 'Mine' }],
  ['POST', '/shifts', { outletId: '{outlet}', job: 'waiter' }],
  [
    'POST',
    '/tips/tip-outs',
    { outletId: '{outlet}', personId: 'me', amount: USD(1), reason, drawerSessionId: randomUUID() },
  ],
  ['POST', '/tips/adjustments', { outletId: '{outlet}', personId: 'me', amount: USD(1), reason }],
  ['POST', '/payouts', { provider: 'simulator', payee: '254700000001', amount: USD(1), outletId: '{outlet}', reason }],
  [
    ...(['POST', '/approvals'] as const),
    { action: 'order.refund', targetId: randomUUID(), outletId: '{outlet}', amount: USD(1), reason },
  ],
];
