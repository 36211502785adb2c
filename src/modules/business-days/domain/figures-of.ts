import { money, type Money } from '../../../kernel/money.js';
import type { CountedAmount, DayFacts, RefundFact, SessionFact } from './day-facts.js';
import type {
  CashFigures,
  CountedMoney,
  DayFigures,
  LateFigure,
  MoneyBridge,
  OrderCount,
  RefundFigures,
  SalesFigures,
  SessionFigure,
  TenderFigure,
  VisibleFigures,
} from './day-figures.js';

type Amounts = (amount: number) => Money;

/** Makes figures of what the books say. Lists are sorted by code units of their keys: the same on every machine. */
export function figuresOf(facts: DayFacts, currency: string): DayFigures {
  const of: Amounts = (amount) => money(amount, currency);
  const counted = ({ count, amount }: CountedAmount): CountedMoney => ({ count, amount: of(amount) });
  const countedIf = (some: CountedAmount | null): CountedMoney | null => (some === null ? null : counted(some));
  const { standing } = facts;
  return {
    orders: orderCount(facts),
    sales: salesFigures(facts, of),
    discounts: sorted(facts.discounts, ({ category }) => category).map((one) => {
      return { category: one.category, ...counted(one) };
    }),
    taxes: sorted(facts.taxes, ({ code, rate, mode, name }) => `${code} ${rate} ${mode} ${name}`).map((tax) => {
      return { ...tax, rate: rateText(tax.rate), base: of(tax.base), amount: of(tax.amount) };
    }),
    tenders: tenderFigures(facts, of),
    bridge: bridgeOf(facts, of),
    refunds: refundFigures(facts.refunds, of),
    voids: counted(facts.voids),
    linesRemoved: facts.linesRemoved,
    priceOverrides: facts.priceOverrides,
    noSales: total(facts.cash.sessions, ({ noSales }) => noSales),
    giftCards: {
      sold: counted(facts.giftCardsSold),
      redeemed: {
        count: total(facts.payments, ({ giftCards }) => giftCards.count),
        amount: of(total(facts.payments, ({ giftCards }) => giftCards.amount)),
      },
      outstanding: countedIf(standing.giftCardsOutstanding),
    },
    cash: cashFigures(facts, of),
    openOrders: countedIf(standing.openOrders),
    paymentsInDoubt: counted(standing.inDoubt),
    late: lateFigures(facts, of),
  };
}

/** The figures without what drawers that are still open should hold: a report that is kept tells that when they are closed. */
export function withoutOpenExpectations(figures: DayFigures): DayFigures {
  const sessions = figures.cash.sessions.map((session): SessionFigure => {
    return session.status === 'closed' ? session : { ...session, expected: null };
  });
  return { ...figures, cash: { ...figures.cash, sessions } };
}

/** What somebody may see who might be counting an open drawer: nothing that its cash could be worked out from. */
export function withoutCash(figures: DayFigures): VisibleFigures {
  const { cash } = withoutOpenExpectations(figures);
  return { ...figures, tenders: [], bridge: null, cash: { movements: [], sessions: cash.sessions } };
}

function orderCount({ sales }: DayFacts): OrderCount {
  const byNumber = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);
  return {
    count: total(sales, ({ orders }) => orders),
    first: sales.map(({ first }) => first).sort(byNumber)[0] ?? null,
    last:
      sales
        .map(({ last }) => last)
        .sort(byNumber)
        .at(-1) ?? null,
  };
}

function salesFigures({ sales }: DayFacts, of: Amounts): SalesFigures {
  const sum = (pick: (sale: DayFacts['sales'][number]) => number): number => total(sales, pick);
  const gross = sum((sale) => sale.gross);
  const discounts = sum((sale) => sale.discounts);
  const serviceCharge = sum((sale) => sale.serviceCharge);
  const tax = sum((sale) => sale.tax);
  const tips = sum((sale) => sale.tips);
  const surcharges = sum((sale) => sale.surcharges);
  const rounding = sum((sale) => sale.rounding);
  const all = sum((sale) => sale.total);
  const sold = all - tips - surcharges - rounding;
  return {
    gross: of(gross),
    discounts: of(discounts),
    serviceCharge: of(serviceCharge),
    taxOnTop: of(sold - (gross - discounts + serviceCharge)),
    tax: of(tax),
    net: of(sold - tax),
    tips: of(tips),
    surcharges: of(surcharges),
    rounding: of(rounding),
    total: of(all),
  };
}

function tenderFigures({ payments, refundedTo, returned }: DayFacts, of: Amounts): TenderFigure[] {
  const tenders = new Set([...payments, ...refundedTo, ...returned].map(({ tender }) => tender));
  const figures = [...tenders].map((tender): TenderFigure => {
    const paid = payments.filter((one) => one.tender === tender);
    const received = total(paid, (one) => one.received);
    const back = total(ofTender(refundedTo, tender), ({ amount }) => amount);
    const given = total(ofTender(returned, tender), ({ amount }) => amount);
    const net = of(received - back - given);
    const count = total(paid, (one) => one.count);
    return { tender, count, received: of(received), refunded: of(back), returned: of(given), net };
  });
  // A tender whose payments were all received elsewhere took nothing here.
  const moved = figures.filter((one) => one.count > 0 || one.refunded.amount !== 0 || one.returned.amount !== 0);
  return sorted(moved, ({ tender }) => tender);
}

function bridgeOf({ sales, payments, refundedTo, returned }: DayFacts, of: Amounts): MoneyBridge {
  const settled = total(sales, (sale) => sale.total);
  const taken = total(payments, (one) => one.taken);
  const used = total(payments, (one) => one.used);
  const received = total(payments, (one) => one.received);
  const back = total(refundedTo, ({ amount }) => amount);
  const given = total(returned, ({ amount }) => amount);
  return {
    settled: of(settled),
    partPaymentsTaken: of(taken),
    partPaymentsUsed: of(used),
    unexplained: of(received - (settled + taken - used)),
    received: of(received),
    refunded: of(back),
    returned: of(given),
    net: of(received - back - given),
  };
}

function refundFigures(refunds: readonly RefundFact[], of: Amounts): RefundFigures {
  const earlier = refunds.filter((refund) => refund.earlier);
  const sums = (some: readonly RefundFact[]): CountedMoney & { tax: Money } => ({
    count: total(some, ({ count }) => count),
    amount: of(total(some, ({ amount }) => amount)),
    tax: of(total(some, ({ tax }) => tax)),
  });
  return { ...sums(refunds), rounding: of(total(refunds, ({ rounding }) => rounding)), ofEarlierDays: sums(earlier) };
}

function cashFigures({ cash }: DayFacts, of: Amounts): CashFigures {
  const movements = sorted(cash.movements, ({ kind, category, late }) => `${kind} ${category ?? ''} ${String(late)}`);
  return {
    movements: movements.map(({ in: into, out, safeIn, safeOut, ...movement }) => {
      return { ...movement, in: of(into), out: of(out), safeIn: of(safeIn), safeOut: of(safeOut) };
    }),
    sessions: sorted(cash.sessions, ({ drawerId, number }) => `${drawerId} ${String(number).padStart(10, '0')}`).map(
      (session) => sessionFigure(session, of),
    ),
  };
}

function sessionFigure({ balance, ...session }: SessionFact, of: Amounts): SessionFigure {
  const maybe = (amount: number | null): Money | null => (amount === null ? null : of(amount));
  return {
    ...session,
    float: of(session.float),
    expected: maybe(session.expected) ?? of(balance),
    counted: maybe(session.counted),
    variance: maybe(session.variance),
  };
}

function lateFigures({ sales, refunds }: DayFacts, of: Amounts): LateFigure[] {
  const lateSales = sales.filter(({ late }) => late);
  const lateRefunds = refunds.filter(({ late }) => late);
  const days = [...new Set([...lateSales, ...lateRefunds].map(({ businessDate }) => businessDate))].sort();
  return days.map((businessDate) => {
    const sold = lateSales.filter((one) => one.businessDate === businessDate);
    const back = lateRefunds.filter((one) => one.businessDate === businessDate);
    return {
      businessDate,
      orders: total(sold, ({ orders }) => orders),
      total: of(total(sold, (one) => one.total)),
      refunds: total(back, ({ count }) => count),
      refunded: of(total(back, ({ amount, rounding }) => amount + rounding)),
    };
  });
}

/** Rates have at least one place, as in every answer (API.md). */
function rateText(rate: string): string {
  return rate.includes('.') ? rate : `${rate}.0`;
}

function total<One>(all: readonly One[], pick: (one: One) => number): number {
  return all.reduce((sum, one) => sum + pick(one), 0);
}

function ofTender<One extends { readonly tender: string }>(all: readonly One[], tender: string): One[] {
  return all.filter((one) => one.tender === tender);
}

function sorted<One>(all: readonly One[], keyOf: (one: One) => string): One[] {
  return [...all].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
