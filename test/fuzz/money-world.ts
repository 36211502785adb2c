import type { Chance } from '../faults/chance.js';
import type { Shop } from '../faults/shop.js';

/** A request that prepares the shop for those that are made by chance. */
export interface Preparation {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

/** For how many requests the same drawers, charges and accounts are there: then new ones come, as those are used up. */
export const REQUESTS_A_ROUND = 400;
const SLOTS = 3;
/** How often an id that is in use is sent, rather than one that nothing may have. */
const KNOWN_SHARE = 0.8;

/** By the name of a path's or a body's member: what stands there. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  drawerId: ['drawer'],
  sessionId: ['session'],
  drawerSessionId: ['session'],
  toSessionId: ['session'],
  trayId: ['tray'],
  depositId: ['deposit'],
  approvalId: ['approval'],
  accountId: ['account'],
  shiftId: ['shift'],
  settlementId: ['settlement'],
  chargebackId: ['chargeback'],
  connectionId: ['connection'],
  paymentId: ['charge', 'cash'],
  orderId: ['order', 'sale'],
  targetId: ['order', 'sale', 'session'],
};

/** Lists of what the service itself gives ids, by the place where such an id stands. */
const LISTS: Readonly<Record<string, string>> = {
  'payouts/id': '/payouts',
  'provider-refunds/id': '/provider-refunds',
  'unallocated-payments/id': '/unallocated-payments',
  differenceId: '/settlement-differences',
  reportId: '/z-reports',
  noticeId: '/notices',
  runId: '/tips/pool-runs',
};

/** What a shop has beside its goods when money moves: drawers, charges, accounts and reports, with ids that a seed decides. */
export class MoneyWorld {
  private readonly listed = new Map<string, readonly string[]>();

  constructor(
    private readonly shop: Shop,
    private readonly seed: Chance,
  ) {}

  /** Once, before everything else. */
  beginning(): readonly Preparation[] {
    const { outletId, currency } = this;
    const wish = { provider: 'simulator', payee: '254700000001', outletId, reason: 'tips' };
    return [
      post('/payouts', { ...wish, amount: { amount: 700, currency } }),
      post('/payouts', { ...wish, amount: { amount: 701, currency } }),
      ...this.round(0),
      post(`/orders/${this.idAt('sale', 0, 0)}/refunds`, { amount: { amount: 100, currency }, reason: 'cold' }),
      post(`/outlets/${outletId}/days/2026-01-05/close`, { reason: 'the end', acceptOpenSessions: true }),
      post(`/drawer-sessions/${this.idAt('session', 0, 2)}/count`),
      post(`/drawer-sessions/${this.idAt('session', 0, 2)}/close`, { counted: { amount: 1, currency } }),
      post(`/drawer-sessions/${this.idAt('session', 0, 2)}/z-report`),
    ];
  }

  /** What is new from request `number * REQUESTS_A_ROUND` on. */
  round(number: number): readonly Preparation[] {
    const slots = Array.from({ length: SLOTS }, (_, slot) => [
      ...this.till(number, slot),
      ...this.sales(number, slot),
      ...this.office(number, slot),
    ]);
    const tenders = ['cash', 'card', 'voucher', 'mobile_money', 'house_account'];
    return [
      { method: 'PATCH', path: `/outlets/${this.outletId}`, body: { tenders, active: true } },
      put('/tenders/card', { name: 'Card', kind: 'card', provider: 'simulator' }),
      put('/tenders/mobile_money', { name: 'Mobile', kind: 'mobile_money', provider: 'simulator' }),
      ...slots.flat(),
    ];
  }

  /** Where ids of the service's own making are found, and where they are told to. */
  get lists(): readonly (readonly [place: string, path: string])[] {
    return Object.entries(LISTS);
  }

  /** Keeps the ids of a list. */
  found(place: string, ids: readonly string[]): void {
    this.listed.set(place, ids);
  }

  /** An id for a place, mostly one that something has; `undefined` for places of no money. */
  id(place: string, index: number, chance: Chance): string | undefined {
    const listed = this.listed.get(place) ?? [];
    if (listed.length > 0 && chance.happens(KNOWN_SHARE)) return chance.pick(listed);
    const kinds = KINDS[place];
    if (kinds === undefined || !chance.happens(KNOWN_SHARE)) return undefined;
    return this.idAt(chance.pick(kinds), Math.floor(index / REQUESTS_A_ROUND), chance.integer(0, SLOTS - 1));
  }

  private till(number: number, slot: number): Preparation[] {
    const { outletId, currency } = this;
    const [drawer, session] = [this.idAt('drawer', number, slot), this.idAt('session', number, slot)];
    const name = `${number}-${slot}`;
    return [
      post('/drawers', { id: drawer, outletId, name }),
      post('/drawer-trays', { id: this.idAt('tray', number, slot), outletId, name }),
      post(`/drawers/${drawer}/sessions`, { id: session, float: { amount: 100_000, currency } }),
      post(`/outlets/${outletId}/safe/adjustments`, { amount: { amount: 5000, currency }, reason: 'found' }),
      post(`/outlets/${outletId}/deposits`, {
        ...{ id: this.idAt('deposit', number, slot), amount: { amount: 1000, currency } },
      }),
    ];
  }

  private sales(number: number, slot: number): Preparation[] {
    const { outletId, currency } = this;
    const [order, sale] = [this.idAt('order', number, slot), this.idAt('sale', number, slot)];
    const taken = { outletId, drawerSessionId: this.idAt('session', number, slot) };
    const cash = { id: this.idAt('cash', number, slot), tender: 'cash', amount: { amount: 5000, currency } };
    const card = { id: this.idAt('charge', number, slot), tender: 'card', amount: { amount: 300, currency } };
    const act = { targetId: sale, outletId, amount: { amount: 5000, currency }, reason: 'cold' };
    return [
      post('/orders', { ...taken, id: order, lines: [{ sku: 'juice', quantity: '9' }] }),
      post(`/orders/${order}/payments`, card),
      post('/orders', { ...taken, id: sale, lines: [{ sku: 'juice' }], payments: [cash], complete: true }),
      post('/approvals', { ...act, id: this.idAt('approval', number, slot), action: 'order.refund' }),
    ];
  }

  private office(number: number, slot: number): Preparation[] {
    const { outletId, currency } = this;
    const paymentReference = this.idAt('charge', number, slot);
    const period = { periodFrom: '2026-11-19T21:00:00Z', periodTo: '2026-11-20T21:00:00Z' };
    const lines = [{ kind: 'payment', paymentReference, amount: 300, fee: 25 }];
    const named = { number: `D-${number}-${slot}`, name: 'Baker', limit: { amount: 50_000, currency } };
    return [
      post('/house-accounts', { ...named, id: this.idAt('account', number, slot) }),
      post('/shifts', {
        id: this.idAt('shift', number, slot),
        outletId,
        personId: `p${number}-${slot}`,
        job: 'waiter',
      }),
      post('/settlements', {
        ...{ id: this.idAt('settlement', number, slot), provider: 'simulator', reference: `${number}-${slot}` },
        ...{ currency, ...period, lines, net: { amount: 275, currency } },
      }),
      post('/chargebacks', {
        ...{ id: this.idAt('chargeback', number, slot), paymentId: paymentReference, reason: 'not mine' },
      }),
    ];
  }

  private idAt(kind: string, round: number, slot: number): string {
    return this.seed.branch(`${kind} ${round} ${slot}`).uuid();
  }

  private get outletId(): string {
    return this.shop.outlets[0].id;
  }

  private get currency(): string {
    return this.shop.currency;
  }
}

function post(path: string, body?: object): Preparation {
  return { method: 'POST', path, ...(body && { body }) };
}

function put(path: string, body: object): Preparation {
  return { method: 'PUT', path, body };
}
