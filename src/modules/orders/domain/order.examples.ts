import { wallClockOf, type WallClock } from '../../../kernel/business-time.js';
import { decimal } from '../../../kernel/decimal.js';
import type { Id } from '../../../kernel/ids.js';
import { fromMajorUnits, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { NewItems, NewLine } from './order-line.js';
import type { PricingTerms } from './order-pricing.js';
import type { NewPayment } from './order-payments.js';
import { refund, type RefundOrder } from './order-refunds.js';
import type {
  CompletedOrder,
  HeldOrder,
  OpenOrder,
  Order,
  OrderSettings,
  OrderStatus,
  VoidedOrder,
} from './order-state.js';
import { hold, placeOrder, voidOrder, type PlaceOrder, type VoidedBy } from './order.js';
import type { CashRounding } from './pricing/cash-rounding.js';
import type { Tax, TaxGroup } from './pricing/tax-group.js';

/** Amounts in major units: `USD('13.25')`, `JPY('1325')`, `BHD('1.325')`. */
export const USD = (major: string): Money => fromMajorUnits(major, 'USD');
export const CHF = (major: string): Money => fromMajorUnits(major, 'CHF');
export const JPY = (major: string): Money => fromMajorUnits(major, 'JPY');
export const BHD = (major: string): Money => fromMajorUnits(major, 'BHD');

/** A moment of the day of all examples, in UTC: `at('11:38')`. */
export const at = (time: string): Date => new Date(`2025-03-14T${time}:00.000Z`);

/** A well-formed id that is the same in every run. */
export function exampleId<Name extends string>(number: number): Id<Name> {
  return `0195934e-7a00-7000-8000-${number.toString(16).padStart(12, '0')}` as Id<Name>;
}

export const tax = (code: string, rate: string, compound = false): Tax => {
  return { code, name: code, rate: decimal(rate), compound };
};

export const taxGroups = {
  inclusive16: { code: 'standard', mode: 'inclusive', taxes: [tax('VAT', '16')] },
  exclusive8: { code: 'sales', mode: 'exclusive', taxes: [tax('SALES', '8.875')] },
  zeroRated: { code: 'zero', mode: 'inclusive', taxes: [tax('VAT', '0')] },
  untaxed: { code: 'none', mode: 'inclusive', taxes: [] },
  compound: { code: 'quebec-2012', mode: 'exclusive', taxes: [tax('GST', '5'), tax('QST', '9.5', true)] },
  compoundInclusive: { code: 'levies', mode: 'inclusive', taxes: [tax('NHIL', '2.5'), tax('VAT', '15', true)] },
  food: {
    code: 'food',
    mode: 'inclusive',
    taxes: [tax('VAT', '19')],
    channelSwitch: { channels: ['takeaway', 'delivery'], taxes: [tax('VAT', '7')], policy: 'keep_gross' },
  },
} as const satisfies Record<string, TaxGroup>;

export const fiveCents: CashRounding = { stepMinor: 5, mode: 'half-up' };

export const settings: OrderSettings = {
  taxRounding: 'receipt',
  taxExempt: false,
  cashRounding: null,
  engineVersion: '2',
};

/** What the outlet's clock shows at the time of all examples. */
export const clock: WallClock = wallClockOf(at('11:38'), 'UTC');

/** No promotion anywhere. */
export const noTerms: PricingTerms = { candidates: [], dropped: new Set(), clock };

/** Lines by themselves. */
export function items(...lines: readonly NewLine[]): NewItems {
  return { lines, combos: [], overrides: [] };
}

/** An espresso at 3.50 with 16 % VAT inside, unless said otherwise. */
export function newLine(number: number, but: Partial<NewLine> = {}): NewLine {
  return {
    id: exampleId(100 + number),
    sku: 'espresso',
    itemId: exampleId(900),
    name: 'Espresso',
    category: 'Coffee',
    unit: 'each',
    quantity: decimal('1'),
    listPrice: USD('3.50'),
    priceSteps: [],
    modifiers: [],
    combo: null,
    taxGroup: taxGroups.inclusive16,
    clock,
    addedAt: at('11:38'),
    discountable: true,
    giftCard: null,
    note: null,
    pointer: `/lines/${number - 1}`,
    ...but,
  };
}

/** A payment in cash, unless said otherwise. */
export function newPayment(number: number, amount: Money, but: Partial<NewPayment> = {}): NewPayment {
  return {
    id: exampleId(200 + number),
    tender: 'cash',
    amount,
    reference: null,
    ledger: null,
    receivedAt: at('11:40'),
    ...but,
  };
}

/** Two espressos for 7.00, paid with ten in cash and completed, unless said otherwise. */
export function saleOf(but: Partial<PlaceOrder> = {}): PlaceOrder {
  return {
    id: exampleId(1),
    number: 'A-000001',
    outletId: exampleId<'outlet'>(2),
    channel: 'counter',
    currency: 'USD',
    customerId: null,
    tableId: null,
    cashierId: 'api-key:demo',
    note: null,
    placedAt: at('11:38'),
    recordedAt: at('11:39'),
    businessDate: '2025-03-14',
    localHour: 11,
    settings,
    taxExemption: null,
    serviceCharge: null,
    terms: noTerms,
    promoCodes: [],
    discounts: [],
    tip: { amount: 0, currency: but.currency ?? 'USD' },
    lines: [newLine(1, { quantity: decimal('2') })],
    combos: [],
    overrides: [],
    payments: [newPayment(1, USD('10.00'))],
    tenders: ['cash', 'card'],
    complete: true,
    ...but,
  };
}

/** A refund of all of the first line, unless said otherwise. */
export function refundOf(number: number, of: RefundOrder['of'], but: Partial<RefundOrder> = {}): RefundOrder {
  const made = { refundedBy: 'api-key:demo', at: at('12:00'), businessDate: '2025-03-14', localHour: 12 };
  return { id: exampleId(300 + number), of, reason: 'cold coffee', ...made, ...but };
}

/** Who gives orders up in examples. */
export const voidedBy: VoidedBy = { at: at('12:00'), by: 'manager-1', approvedBy: null };

/** The sale of `saleOf`, opened but not paid. */
export const openOrder = placeOrder(saleOf({ payments: [], complete: false })).state as OpenOrder;
export const heldOrder: HeldOrder = hold(openOrder).state;
export const voidedOrder: VoidedOrder = voidOrder(openOrder, 'guest left', voidedBy).state;
export const completedOrder = placeOrder(saleOf()).state as CompletedOrder;

/** One order in each status. */
export const orders = {
  open: openOrder,
  held: heldOrder,
  voided: voidedOrder,
  completed: completedOrder,
  partially_refunded: refund(completedOrder, refundOf(1, { amount: USD('2.00') })).state,
  refunded: refund(completedOrder, refundOf(1, { amount: USD('7.00') })).state,
} satisfies Record<OrderStatus, Order>;

/** A paid order of untaxed lines, in Swiss francs with coins of 0.05. */
export function paidFrancs(totals: readonly string[], payments: readonly NewPayment[]): CompletedOrder {
  const lines = totals.map((total, index) =>
    newLine(index + 1, { listPrice: CHF(total), taxGroup: taxGroups.untaxed }),
  );
  const rules = { ...settings, cashRounding: fiveCents };
  return placeOrder(saleOf({ currency: 'CHF', lines, payments, settings: rules })).state as CompletedOrder;
}

/** Two lines of 10.01 make 20.02: 15.00 by card, and of the rest of 5.02 in cash 5.00, with 5.00 change. */
export const splitOrder = paidFrancs(
  ['10.01', '10.01'],
  [newPayment(2, CHF('15.00'), { tender: 'card' }), newPayment(1, CHF('10.00'))],
);

/** Where a refund goes, by choice of a tender that paid. */
export function toTender(tender: string | undefined): Partial<RefundOrder> {
  return tender === undefined ? {} : { target: { tender, other: false } };
}

/** An order after refunds in turn, each perhaps to a tender of choice. */
export function refundAll(
  order: Order,
  commands: readonly (readonly [of: RefundOrder['of'], tender?: string])[],
): Order {
  return commands.reduce((current, [of, tender], index) => {
    return refund(current, refundOf(index + 1, of, toTender(tender))).state;
  }, order);
}

/** What is refunded by lines: `ofLines([1, '0.5'])` is half a piece of the first line. */
export function ofLines(...wanted: readonly (readonly [number: number, quantity: string])[]): RefundOrder['of'] {
  return {
    lines: wanted.map(([number, quantity]) => ({ lineId: exampleId(100 + number), quantity: decimal(quantity) })),
  };
}

/** The refusal of a command. @throws Error when the command is accepted. */
export function refusalOf(command: () => unknown): Refusal {
  try {
    command();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
