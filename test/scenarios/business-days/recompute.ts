// A plain program that works a day's Z report out of the day's receipts, in big integers and row by row, and compares every figure.
// It shares nothing with the service but the contract: what it reads are orders as `GET /orders/{id}` gives them.

interface Amount {
  readonly amount: number;
}

export interface ReceiptPayment {
  readonly id: string;
  readonly tender: string;
  readonly status: string;
  readonly amount: Amount;
  readonly change: Amount;
}

export interface ReceiptRefund {
  readonly id: string;
  readonly amount: Amount;
  readonly tax: Amount;
  readonly rounding: Amount;
  readonly payments: readonly { readonly tender: string; readonly amount: Amount }[];
  readonly businessDate: string;
}

export interface ReceiptOrder {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly businessDate: string;
  readonly late: boolean;
  readonly totals: Readonly<
    Record<
      'subtotal' | 'discount' | 'serviceCharge' | 'tax' | 'tip' | 'rounding' | 'surcharge' | 'total' | 'due',
      Amount
    >
  >;
  readonly taxes: readonly {
    readonly code: string;
    readonly rate: string;
    readonly base: Amount;
    readonly amount: Amount;
  }[];
  readonly lines: readonly {
    readonly total: Amount;
    readonly giftCard: object | null;
    readonly discounts: readonly {
      readonly source: string;
      readonly id: string;
      readonly name: string;
      readonly amount: Amount;
    }[];
  }[];
  readonly payments: readonly ReceiptPayment[];
  readonly refunds: readonly ReceiptRefund[];
}

/** What receipts do not say: ids of orders, payments and refunds that count in another day than their order's (a refund's own). */
export type CountedElsewhere = ReadonlyMap<string, string>;

/** Payments given back before their order was settled. */
export interface GivenBack {
  readonly paymentId: string;
  readonly tender: string;
  readonly amount: number;
  readonly day: string;
}

export type Recomputed = Readonly<Record<string, string | bigint>>;

const CAME_IN = ['captured', 'refunded', 'charged_back'];
const SETTLED = ['completed', 'partially_refunded', 'refunded'];
const CATEGORY: Readonly<Record<string, string>> = {
  Discount: 'discount',
  Complimentary: 'comp',
  'Employee meal': 'employee_meal',
  Waste: 'waste',
};

/** What counts in the report that is worked out: a day's, or a drawer session's. */
export interface Counting {
  /** Settled or voided in it. */
  readonly order: (order: ReceiptOrder) => boolean;
  readonly payment: (payment: ReceiptPayment, order: ReceiptOrder) => boolean;
  readonly refund: (refund: ReceiptRefund) => boolean;
  readonly givenBack: (one: GivenBack) => boolean;
  /** Of an order that is refunded: it was settled on an earlier day than the report's. */
  readonly isEarlier: (order: ReceiptOrder) => boolean;
  /** Orders of this day and before that are not settled are carried over; `null`: the report does not say. */
  readonly openThrough: string | null;
}

/** Works a day out. Figures are named by where they stand in the report: `sales.total`, `tenders.cash.received`. */
export function recompute(
  orders: readonly ReceiptOrder[],
  day: string,
  elsewhere: CountedElsewhere = new Map(),
  givenBack: readonly GivenBack[] = [],
): Recomputed {
  const dayOf = (id: string, own: string): string => elsewhere.get(id) ?? own;
  const counting: Counting = {
    order: ({ id, businessDate }) => dayOf(id, businessDate) === day,
    payment: ({ id }, { businessDate }) => dayOf(id, businessDate) === day,
    refund: ({ id, businessDate }) => dayOf(id, businessDate) === day,
    givenBack: (one) => one.day === day,
    isEarlier: ({ id, businessDate }) => dayOf(id, businessDate) < day,
    openThrough: day,
  };
  return recomputeWhat(orders, counting, givenBack);
}

/** Works out what counts in a report. */
export function recomputeWhat(
  orders: readonly ReceiptOrder[],
  counting: Counting,
  givenBack: readonly GivenBack[],
): Recomputed {
  const figures = new Figures();
  const back = new Set(givenBack.map(({ paymentId }) => paymentId));
  for (const order of orders) {
    const settledHere = SETTLED.includes(order.status) && counting.order(order);
    if (settledHere) addSale(figures, order);
    if (order.status === 'voided' && counting.order(order)) figures.counted('voids', order.totals.total.amount);
    if (['open', 'held'].includes(order.status) && order.businessDate <= (counting.openThrough ?? ''))
      figures.counted('openOrders', order.totals.due.amount);
    for (const payment of order.payments) {
      if (!CAME_IN.includes(payment.status)) continue;
      addPayment(figures, payment, counting.payment(payment, order), settledHere && !back.has(payment.id));
    }
    for (const refund of order.refunds) {
      if (counting.refund(refund)) addRefund(figures, refund, counting.isEarlier(order));
    }
  }
  for (const { tender, amount } of givenBack.filter(counting.givenBack)) {
    figures.add(`tenders.${tender}.returned`, amount);
    figures.add('bridge.returned', amount);
  }
  return figures.finished();
}

function addSale(figures: Figures, order: ReceiptOrder): void {
  const { totals } = order;
  figures.add('orders.count', 1);
  figures.number(order.number);
  figures.add('sales.gross', totals.subtotal.amount);
  figures.add('sales.discounts', totals.discount.amount);
  figures.add('sales.serviceCharge', totals.serviceCharge.amount);
  figures.add('sales.tax', totals.tax.amount);
  figures.add('sales.tips', totals.tip.amount);
  figures.add('sales.surcharges', totals.surcharge.amount);
  figures.add('sales.rounding', totals.rounding.amount);
  figures.add('sales.total', totals.total.amount);
  figures.add('bridge.settled', totals.total.amount);
  for (const { code, rate, base, amount } of order.taxes) {
    figures.add(`taxes.${code} ${rate}.base`, base.amount);
    figures.add(`taxes.${code} ${rate}.amount`, amount.amount);
  }
  const given = new Set<string>();
  for (const { giftCard, total, discounts } of order.lines) {
    if (giftCard !== null) figures.counted('giftCards.sold', total.amount);
    for (const { source, id, name, amount } of discounts) {
      const category = source === 'promotion' ? 'promotion' : (CATEGORY[name] ?? name);
      figures.add(`discounts.${category}.amount`, amount.amount);
      if (!given.has(`${source} ${id}`)) figures.add(`discounts.${category}.count`, 1);
      given.add(`${source} ${id}`);
    }
  }
  if (order.late) {
    figures.add(`late.${order.businessDate}.orders`, 1);
    figures.add(`late.${order.businessDate}.total`, totals.total.amount);
  }
}

function addPayment(figures: Figures, payment: ReceiptPayment, receivedHere: boolean, settledHere: boolean): void {
  const kept = payment.amount.amount - payment.change.amount;
  if (receivedHere) {
    figures.add(`tenders.${payment.tender}.count`, 1);
    figures.add(`tenders.${payment.tender}.received`, kept);
    figures.add('bridge.received', kept);
    if (payment.tender === 'gift_card') figures.counted('giftCards.redeemed', kept);
    if (!settledHere) figures.add('bridge.partPaymentsTaken', kept);
  } else if (settledHere) {
    figures.add('bridge.partPaymentsUsed', kept);
  }
}

function addRefund(figures: Figures, refund: ReceiptRefund, ofEarlierDay: boolean): void {
  figures.counted('refunds', refund.amount.amount);
  figures.add('refunds.tax', refund.tax.amount);
  figures.add('refunds.rounding', refund.rounding.amount);
  if (ofEarlierDay) {
    figures.counted('refunds.ofEarlierDays', refund.amount.amount);
    figures.add('refunds.ofEarlierDays.tax', refund.tax.amount);
  }
  for (const { tender, amount } of refund.payments) {
    figures.add(`tenders.${tender}.refunded`, amount.amount);
    figures.add('bridge.refunded', amount.amount);
  }
}

class Figures {
  private readonly sums = new Map<string, bigint>();
  private readonly numbers: string[] = [];

  add(name: string, amount: number): void {
    this.sums.set(name, (this.sums.get(name) ?? 0n) + BigInt(amount));
  }

  counted(name: string, amount: number): void {
    this.add(`${name}.count`, 1);
    this.add(`${name}.amount`, amount);
  }

  number(number: string): void {
    this.numbers.push(number);
  }

  /** Sums of sums, and nothing that came to nothing. */
  finished(): Recomputed {
    const of = (name: string): bigint => this.sums.get(name) ?? 0n;
    this.sums.set('bridge.net', of('bridge.received') - of('bridge.refunded') - of('bridge.returned'));
    const sold = of('sales.total') - of('sales.tips') - of('sales.surcharges') - of('sales.rounding');
    const beforeTax = of('sales.gross') - of('sales.discounts') + of('sales.serviceCharge');
    this.sums.set('sales.taxOnTop', sold - beforeTax);
    this.sums.set('sales.net', sold - of('sales.tax'));
    for (const tender of new Set(
      [...this.sums.keys()].flatMap((name) => /^tenders\.(.*)\.[a-z]+$/.exec(name)?.[1] ?? []),
    )) {
      const at = `tenders.${tender}`;
      this.sums.set(`${at}.net`, of(`${at}.received`) - of(`${at}.refunded`) - of(`${at}.returned`));
    }
    const numbers = this.numbers.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    const ends: Record<string, string> =
      numbers.length === 0 ? {} : { 'orders.first': numbers[0] ?? '', 'orders.last': numbers.at(-1) ?? '' };
    return { ...Object.fromEntries([...this.sums].filter(([, sum]) => sum !== 0n)), ...ends };
  }
}

/** Figures of a Z that stand for the moment or come from drawers and not from receipts. */
const NOT_ON_RECEIPTS = /^(cash|paymentsInDoubt|giftCards\.outstanding|linesRemoved|priceOverrides|noSales)(\.|$)/;
const KEYS: Readonly<Record<string, (entry: Record<string, string>) => string>> = {
  // An order does not say which of its taxes were inside its prices.
  taxes: ({ code, rate }) => `${code} ${rate}`,
  discounts: ({ category = '' }) => category,
  tenders: ({ tender = '' }) => tender,
  late: ({ businessDate = '' }) => businessDate,
  'cash.movements': ({ kind, category, late }) => [kind, category ?? '', late ? 'late' : ''].join(' ').trim(),
  'cash.sessions': ({ sessionId = '' }) => sessionId,
};
const NOTHING = /(?!)/; // matches no name

/** All figures of a Z by the same names, without those that are nothing; those of the cash in drawers included. */
export function allFiguresByName(figures: object): Recomputed {
  return figuresByName(figures, NOTHING);
}

/** The figures of a Z by the same names, without those that are nothing or not on receipts. */
export function figuresByName(figures: object, without = NOT_ON_RECEIPTS): Recomputed {
  const found: Record<string, string | bigint> = {};
  const visit = (name: string, value: unknown): void => {
    if (without.test(name) || value === null) return;
    if (typeof value === 'number' && value !== 0) found[name] = BigInt(found[name] ?? 0) + BigInt(value);
    if (typeof value === 'string' && name.startsWith('orders.')) found[name] = value;
    if (Array.isArray(value)) {
      for (const entry of value as Record<string, string>[]) visit(`${name}.${KEYS[name]?.(entry) ?? ''}`, entry);
    } else if (typeof value === 'object') {
      if ('currency' in value) visit(name, (value as unknown as Amount).amount);
      else
        for (const [member, inner] of Object.entries(value)) visit(name === '' ? member : `${name}.${member}`, inner);
    }
  };
  visit('', figures);
  return found;
}
