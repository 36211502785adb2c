import { wallClockFrom, type WallClock } from '../../../kernel/business-time.js';
import { decimal, formatDecimal } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Availability, AvailabilityId } from '../domain/availability.js';
import { espresso } from '../domain/item.examples.js';
import type { ItemDetails } from '../domain/item-details.js';
import type { Stock } from '../ports/availability.js';
import { OfferItems } from './offer-items.js';

const TX = {} as Tx;
const OUTLET = 'o' as OutletId;
const OFF_UNTIL = new Date('2026-01-05T18:00:00Z');
const clock = (localDate: string, hour: number): WallClock => wallClockFrom({ localDate, localMinute: hour * 60 });
const MONDAY_NOON = clock('2026-01-05', 12);

const row = (sku: string, changes: Partial<Availability> = {}): Availability => ({
  ...{ id: sku as AvailabilityId, outletId: OUTLET, sku, available: true, reason: null, until: null, remaining: null },
  ...{ changedBy: 'x', changedAt: new Date(0), version: 1 },
  ...changes,
});

/** Counts in memory. */
class Shelf implements Stock {
  locked: string[] = [];

  constructor(readonly rows: Map<string, Availability>) {}

  async restrictions() {
    return new Map([...this.rows].map(([sku, state]) => [sku, { ...state, counted: state.remaining !== null }]));
  }

  async counts(_: Tx, __: OutletId, skus: readonly string[], locked: boolean) {
    if (locked) this.locked.push(...skus);
    return skus.flatMap((sku) => this.rows.get(sku) ?? []);
  }

  async recount(_: Tx, states: readonly Availability[]) {
    for (const state of states) this.rows.set(state.sku, state);
  }
}

const items: Record<string, Partial<ItemDetails>> = {
  tea: {},
  cake: {},
  soup: { schedule: { windows: [{ weekdays: [1], from: '11:00', to: '14:00' }] } },
  late: { schedule: { windows: [{ weekdays: [1], from: '22:00', to: '02:00' }] } },
  sticker: { channels: ['kiosk', 'ecommerce'] },
};

function shop(rows: readonly Availability[], now = new Date('2026-01-05T12:00:00Z')) {
  const shelf = new Shelf(new Map(rows.map((state) => [state.sku, state])));
  const events: DomainEvent[] = [];
  const outbox = { append: (_: Tx, more: readonly DomainEvent[]) => void events.push(...more) };
  const known = {
    sellables: async () => new Map(Object.entries(items).map(([sku, own]) => [sku, { ...espresso, ...own }])),
  };
  return { shelf, events, offers: new OfferItems(known, shelf, outbox, () => now) };
}

async function outcomeOf(work: Promise<void>): Promise<unknown> {
  try {
    await work;
    return 'on offer';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, error.facts['why'] ?? error.facts['left'], ...error.fields.map(({ pointer }) => pointer)];
  }
}

const ask = (...wanted: [sku: string, quantity: string][]) =>
  wanted.map(([sku, quantity], index) => ({ sku, quantity: decimal(quantity), pointer: `/lines/${index}/sku` }));

test.each<[string, readonly Availability[], string, string, WallClock, unknown]>([
  ['nothing said', [], 'tea', 'counter', MONDAY_NOON, 'on offer'],
  ['unknown: others say so', [], 'nothing', 'counter', MONDAY_NOON, 'on offer'],
  ['off', [row('tea', { available: false })], 'tea', 'counter', MONDAY_NOON, ['item_not_available', 'outlet']],
  ['another off', [row('cake', { available: false })], 'tea', 'counter', MONDAY_NOON, 'on offer'],
  [
    'off until tonight',
    [row('tea', { available: false, until: OFF_UNTIL })],
    'tea',
    'counter',
    MONDAY_NOON,
    ['item_not_available', 'outlet'],
  ],
  ['in its hours', [], 'soup', 'counter', MONDAY_NOON, 'on offer'],
  ['after them', [], 'soup', 'counter', clock('2026-01-05', 14), ['item_not_available', 'schedule']],
  ['past midnight', [], 'late', 'counter', clock('2026-01-06', 1), 'on offer'],
  ['too late', [], 'late', 'counter', clock('2026-01-06', 2), ['item_not_available', 'schedule']],
  ['through its channel', [], 'sticker', 'kiosk', MONDAY_NOON, 'on offer'],
  ['through another', [], 'sticker', 'counter', MONDAY_NOON, ['item_not_available', 'channel']],
])('%s', async (_, rows, sku, channel, at, outcome) => {
  const { offers } = shop(rows);
  const asked = offers.offer(TX, { outletId: OUTLET, channel, clock: at }, ask([sku, '1']), true);
  expect(await outcomeOf(asked)).toEqual(Array.isArray(outcome) ? [...outcome, '/lines/0/sku'] : outcome);
});

const PLACE = { outletId: OUTLET, channel: 'counter', clock: MONDAY_NOON };

test.each([
  ['a moment before', -1, ['item_not_available', 'outlet', '/lines/0/sku']],
  ['at that moment', 0, 'on offer'],
])('off until a moment: %s', async (_, ms, outcome) => {
  const now = new Date(OFF_UNTIL.getTime() + ms);
  const { offers } = shop([row('tea', { available: false, until: OFF_UNTIL })], now);
  expect(await outcomeOf(offers.offer(TX, PLACE, ask(['tea', '1']), true))).toEqual(outcome);
});

test('counts are taken in the order of SKUs, summed over lines, and looked at without being taken', async () => {
  const { shelf, events, offers } = shop([
    row('tea', { remaining: decimal('3') }),
    row('cake', { remaining: decimal('1') }),
  ]);
  await offers.offer(TX, PLACE, ask(['tea', '1'], ['cake', '1'], ['soup', '1'], ['tea', '1.5']), false);
  expect([shelf.locked, events]).toEqual([[], []]);
  await offers.offer(TX, PLACE, ask(['tea', '1'], ['cake', '1'], ['soup', '1'], ['tea', '1.5']), true);
  expect(shelf.locked).toEqual(['cake', 'tea']);
  expect([...shelf.rows.values()].map(({ remaining }) => formatDecimal(remaining ?? decimal('9')))).toEqual([
    '0.5',
    '0',
  ]);
  expect(events).toMatchObject([{ aggregateId: 'cake', sequence: 2, data: { availability: { soldOut: true } } }]);
  const short = offers.offer(TX, PLACE, ask(['soup', '1'], ['tea', '0.6']), true);
  expect(await outcomeOf(short)).toEqual(['item_sold_out', '0.5', '/lines/1/sku']);
  await offers.putBack(TX, OUTLET, ask(['cake', '1'], ['soup', '1']));
  expect(events).toMatchObject([{}, { sequence: 3, data: { availability: { soldOut: false, remaining: '1' } } }]);
});

test('what is not counted any more by the time it is locked is not short', async () => {
  const { shelf, offers } = shop([row('tea', { remaining: decimal('1') })]);
  const restrictions = await shelf.restrictions();
  shelf.rows.set('tea', row('tea'));
  shelf.restrictions = async () => restrictions;
  expect(await outcomeOf(offers.offer(TX, PLACE, ask(['tea', '5']), true))).toBe('on offer');
});
