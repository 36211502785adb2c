import { businessTimeOf } from '../../../kernel/business-time.js';
import { minorDigitsOf, type DigitOverrides } from '../../../kernel/currencies.js';
import { formatDecimal } from '../../../kernel/decimal.js';
import { add, type Money } from '../../../kernel/money.js';
import { rateText, type TaxSnapshot } from './order-line-snapshot.js';
import { counts } from './order-payment.js';
import type { Order, OrderLine, OrderTotals } from './order-state.js';
import type { TaxMode } from './pricing/tax-group.js';

/** What a receipt says of the seller. */
export interface OutletFacts {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly taxNumber: string | null;
  readonly receiptHeader: string | null;
  readonly receiptFooter: string | null;
  readonly timeZone: string;
  /** BCP 47; decides the decimal mark. */
  readonly locale: string;
  /** The tenant's minor digits where they differ from ISO 4217. */
  readonly digitOverrides?: DigitOverrides;
}

export interface ReceiptLine {
  readonly name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: Money;
  readonly gross: Money;
  readonly discount: Money;
  readonly note: string | null;
  /** What was chosen with one of it. */
  readonly modifiers: readonly { readonly name: string; readonly quantity: number; readonly price: Money }[];
  /** The combo that it is a part of; parts of one combo follow each other. */
  readonly combo: { readonly id: string; readonly name: string; readonly quantity: string } | null;
  /** The last four characters of the gift card that it sells. */
  readonly giftCard: string | null;
}

/** What one discount took off the whole order. */
export interface ReceiptDiscount {
  readonly name: string;
  readonly code: string | null;
  readonly amount: Money;
}

export interface ReceiptTax extends TaxSnapshot {
  readonly name: string;
  readonly mode: TaxMode;
}

export interface ReceiptRefund {
  readonly localTime: string;
  /** What was paid out. */
  readonly amount: Money;
}

/** `COPY`: it was printed before. `TRAINING`, `VOID` and `UNPAID`: it proves no sale. */
export type ReceiptMark = 'COPY' | 'TRAINING' | 'VOID' | 'UNPAID';

/** A receipt as a document, without a layout: the JSON receipt, and what every layout is made from (UX.md §9). */
export interface Receipt {
  readonly marks: readonly ReceiptMark[];
  readonly seller: Pick<OutletFacts, 'name' | 'addressLines' | 'taxNumber' | 'receiptHeader' | 'receiptFooter'>;
  readonly orderId: string;
  readonly number: string;
  /** What the device printed at once, of its own series. */
  readonly receiptNumber: string | null;
  readonly status: Order['status'];
  readonly channel: Order['channel'];
  readonly placedAt: string;
  /** `placedAt` on the outlet's wall clock, `YYYY-MM-DD HH:MM`. */
  readonly localTime: string;
  readonly currency: string;
  /** How many digits its amounts have after the decimal mark. */
  readonly minorDigits: number;
  /** BCP 47; the language and the decimal mark of what is printed. */
  readonly locale: string;
  readonly lines: readonly ReceiptLine[];
  /** By name, in the order in which they first took something off a line. They sum to the total's discount. */
  readonly discounts: readonly ReceiptDiscount[];
  readonly taxes: readonly ReceiptTax[];
  readonly totals: OrderTotals;
  readonly payments: readonly { tender: string; amount: Money; reference: string | null }[];
  readonly refunds: readonly ReceiptRefund[];
  /** Why no tax was charged, such as the number of a certificate. */
  readonly taxExemption: string | null;
}

/** Writes the receipt of an order. @param copy true when the guest already has one. */
export function receiptOf(order: Order, outlet: OutletFacts, copy = false): Receipt {
  const { name, addressLines, taxNumber, receiptHeader, receiptFooter, timeZone, locale } = outlet;
  return {
    marks: marksOf(order, copy),
    seller: { name, addressLines, taxNumber, receiptHeader, receiptFooter },
    orderId: order.id,
    number: order.number,
    receiptNumber: order.receiptNumber,
    status: order.status,
    channel: order.channel,
    placedAt: order.placedAt.toISOString(),
    localTime: localTimeOf(order.placedAt, timeZone),
    currency: order.currency,
    minorDigits: minorDigitsOf(order.currency, outlet.digitOverrides) ?? 2,
    locale,
    lines: order.lines.map(receiptLine),
    discounts: discountsOf(order),
    taxes: order.taxes.map(({ code, name: taxName, rate, mode, base, amount }) => {
      return { code, name: taxName, rate: rateText(rate), mode, base, amount };
    }),
    totals: order.totals,
    payments: order.payments.filter(counts).map(({ tender, amount, reference }) => ({ tender, amount, reference })),
    refunds: order.refunds.map(({ at, amount, rounding }) => {
      return { localTime: localTimeOf(at, timeZone), amount: add(amount, rounding) };
    }),
    taxExemption: order.taxExemption?.reference ?? null,
  };
}

function receiptLine(line: OrderLine): ReceiptLine {
  const { name, unit, unitPrice, gross, discount, note, combo } = line;
  return {
    name,
    quantity: formatDecimal(line.quantity),
    unit,
    unitPrice,
    gross,
    discount,
    note,
    modifiers: line.modifiers.map(({ name: chosen, quantity, price }) => ({ name: chosen, quantity, price })),
    combo: combo === null ? null : { id: combo.id, name: combo.name, quantity: formatDecimal(combo.quantity) },
    giftCard: line.giftCard?.last4 ?? null,
  };
}

function discountsOf({ lines }: Order): ReceiptDiscount[] {
  const sums = new Map<string, ReceiptDiscount>();
  for (const { applications } of lines) {
    for (const { source, id, name, code, amount } of applications) {
      const key = `${source} ${id} ${code ?? ''}`;
      const known = sums.get(key);
      sums.set(key, { name, code, amount: known === undefined ? amount : add(known.amount, amount) });
    }
  }
  return [...sums.values()];
}

function marksOf(order: Order, copy: boolean): ReceiptMark[] {
  const marks: ReceiptMark[] = copy ? ['COPY'] : [];
  if (order.status === 'voided') marks.push('VOID');
  if (order.status === 'open' || order.status === 'held') marks.push('UNPAID');
  return marks;
}

function localTimeOf(at: Date, timeZone: string): string {
  const { localDate, localMinute } = businessTimeOf(at, timeZone, 0);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${localDate} ${two(Math.floor(localMinute / 60))}:${two(localMinute % 60)}`;
}
