import type { Money } from '../../../kernel/money.js';
import type { CountedMoney } from './day-figures.js';
import { cashSection, sessionSections } from './report-layout-cash.js';
import {
  amountRow,
  countRow,
  named,
  totalRow,
  type LayoutRow,
  type LayoutSection,
  type Writer,
} from './report-rows.js';
import type { AuditHead, ZContent } from './z-report.js';

/** A report as every output shows it: text, HTML and PDF render this. */
export interface ReportLayout {
  readonly title: string;
  readonly heading: readonly string[];
  readonly sections: readonly LayoutSection[];
  /** What proves it. */
  readonly footer: readonly string[];
}

/** Enough to compare by eye; the whole hash is in the content. */
const AUDIT_DIGITS = 16;

/** Lays a Z report out. All that is shown is in its content. */
export function layoutReport(content: ZContent, hash: string): ReportLayout {
  const write = writerOf(content.minorDigits);
  const { scope, number, outletName, businessDate, currency } = content;
  return {
    title: `Z report ${number}`,
    heading: [
      outletName,
      scope === 'day' ? `Business day ${businessDate}` : `Drawer session opened on ${businessDate}`,
      ...(content.drawerId === null ? [] : [`Drawer ${content.drawerId}`, `Session ${content.sessionId ?? ''}`]),
      `Made ${content.madeAtLocal} (${content.timeZone}) by ${content.madeBy}`,
      `Amounts in ${currency}`,
      ...(content.reason === null ? [] : [`Reason: ${content.reason}`]),
    ],
    sections: [
      ...salesSections(content, write),
      ...moneySections(content, write),
      ...otherSections(content, write),
    ].filter(({ rows }) => rows.length > 0),
    footer: [
      `Report ${content.id}`,
      `Hash ${hash}`,
      `Before ${content.previousHash ?? 'none: the first of its series'}`,
      ...(content.auditHead === null ? [] : [auditLine(content.auditHead)]),
    ],
  };
}

function salesSections({ figures }: ZContent, write: Writer): LayoutSection[] {
  const { orders, sales, discounts, taxes } = figures;
  const range = orders.first === null ? 'Orders' : `Orders ${orders.first} to ${orders.last ?? orders.first}`;
  return [
    {
      title: 'Sales',
      rows: [
        countRow(range, orders.count),
        amountRow('Gross', write(sales.gross)),
        amountRow('Discounts', write(negative(sales.discounts))),
        amountRow('Service charge', write(sales.serviceCharge)),
        amountRow('Tax on top', write(sales.taxOnTop)),
        amountRow('Tips', write(sales.tips)),
        amountRow('Surcharges', write(sales.surcharges)),
        amountRow('Cash rounding', write(sales.rounding)),
        totalRow('Total', write(sales.total)),
        amountRow('Net, without tax', write(sales.net)),
        amountRow('Tax', write(sales.tax)),
      ],
    },
    {
      title: 'Discounts',
      rows: discounts.map(({ category, amount, count }) => amountRow(named(category), write(amount), count)),
    },
    {
      title: 'Taxes',
      rows: taxes.flatMap(({ name, rate, mode, base, amount }) => [
        amountRow(`${name} ${rate}%${mode === 'inclusive' ? ' incl.' : ''}`, write(amount)),
        amountRow('  on', write(base)),
      ]),
    },
  ];
}

function moneySections({ figures }: ZContent, write: Writer): LayoutSection[] {
  const { tenders, bridge, cash } = figures;
  return [
    {
      title: 'Tenders',
      rows: tenders.flatMap(({ tender, count, received, refunded, returned, net }) => [
        amountRow(named(tender), write(received), count),
        ...(refunded.amount === 0 ? [] : [amountRow('  refunded', write(negative(refunded)))]),
        ...(returned.amount === 0 ? [] : [amountRow('  returned', write(negative(returned)))]),
        ...(net.amount === received.amount ? [] : [amountRow('  net', write(net))]),
      ]),
    },
    {
      title: 'From sales to money',
      rows: [
        amountRow('Settled sales', write(bridge.settled)),
        amountRow('Part payments taken', write(bridge.partPaymentsTaken)),
        amountRow('Part payments used', write(negative(bridge.partPaymentsUsed))),
        ...(bridge.unexplained.amount === 0 ? [] : [amountRow('Unexplained', write(bridge.unexplained))]),
        totalRow('Received', write(bridge.received)),
        amountRow('Refunded', write(negative(bridge.refunded))),
        amountRow('Returned', write(negative(bridge.returned))),
        totalRow('Net', write(bridge.net)),
      ],
    },
    cashSection(cash, write),
    ...sessionSections(cash, write),
  ];
}

function otherSections(content: ZContent, write: Writer): LayoutSection[] {
  const { figures, grandTotal, exceptions } = content;
  const { giftCards, late } = figures;
  const odd = exceptions.map(({ code, detail }) => ({
    label: `${code}: ${detail}`,
    count: null,
    value: null,
    total: false,
  }));
  return [
    refundSection(content, write),
    {
      title: 'Gift cards',
      rows: [
        ...countedRow('Sold', giftCards.sold, write),
        ...countedRow('Redeemed', giftCards.redeemed, write),
        ...countedRow('Outstanding', giftCards.outstanding, write),
      ],
    },
    {
      title: 'Carried over',
      rows: [
        ...countedRow('Open orders, due', figures.openOrders, write),
        ...countedRow('Payments in doubt', figures.paymentsInDoubt, write),
      ],
    },
    {
      title: 'Recorded late',
      rows: late.flatMap(({ businessDate, orders, total, refunds: count, refunded }) => [
        amountRow(`Orders of ${businessDate}`, write(total), orders),
        ...(count === 0 ? [] : [amountRow(`Refunds of ${businessDate}`, write(negative(refunded)), count)]),
      ]),
    },
    { title: 'Exceptions', rows: odd },
    { title: 'Series', rows: [totalRow('Grand total', write(grandTotal))] },
  ];
}

function refundSection({ figures }: ZContent, write: Writer): LayoutSection {
  const { refunds, voids, linesRemoved, priceOverrides, noSales } = figures;
  return {
    title: 'Refunds and voids',
    rows: [
      ...countedRow('Refunds', refunds, write),
      amountRow('  of them tax', write(refunds.tax)),
      amountRow('  cash rounding', write(refunds.rounding)),
      ...countedRow('  of earlier days', refunds.ofEarlierDays, write),
      ...countedRow('Voided orders', voids, write),
      countRow('Lines removed', linesRemoved),
      countRow('Price overrides', priceOverrides),
      countRow('Drawer opened without a sale', noSales),
    ],
  };
}

function auditLine({ number, hash }: AuditHead): string {
  return `Audit ${number} ${hash.slice(0, AUDIT_DIGITS)}`;
}

function countedRow(label: string, one: CountedMoney | null, write: Writer): LayoutRow[] {
  return one === null ? [] : [amountRow(label, write(one.amount), one.count)];
}

function writerOf(digits: number): Writer {
  return ({ amount }) => {
    const sign = amount < 0 ? '-' : '';
    const text = String(Math.abs(amount)).padStart(digits + 1, '0');
    return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
  };
}

function negative({ amount, currency }: Money): Money {
  return { amount: amount === 0 ? 0 : -amount, currency };
}
