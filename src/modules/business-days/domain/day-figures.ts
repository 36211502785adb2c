import type { Money } from '../../../kernel/money.js';

/** Figures as somebody may see them who is not to know what a drawer holds: then there is no bridge, and no tenders are listed. */
export interface VisibleFigures extends Omit<DayFigures, 'bridge'> {
  readonly bridge: MoneyBridge | null;
}

/** What a scope came to. README "What each figure counts" has the one definition of each; all money is of the outlet's currency. */
export interface DayFigures {
  readonly orders: OrderCount;
  readonly sales: SalesFigures;
  readonly discounts: readonly DiscountFigure[];
  readonly taxes: readonly TaxFigure[];
  readonly tenders: readonly TenderFigure[];
  readonly bridge: MoneyBridge;
  readonly refunds: RefundFigures;
  readonly voids: CountedMoney;
  readonly linesRemoved: number;
  readonly priceOverrides: number;
  readonly noSales: number;
  readonly giftCards: GiftCardFigures;
  readonly cash: CashFigures;
  /** Carried over to the next day, with what is due; `null` in a session's report. */
  readonly openOrders: CountedMoney | null;
  readonly paymentsInDoubt: CountedMoney;
  readonly late: readonly LateFigure[];
}

export interface CountedMoney {
  readonly count: number;
  readonly amount: Money;
}

export interface OrderCount {
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** `total` = gross − discounts + serviceCharge + taxOnTop + tips + surcharges + rounding. */
export interface SalesFigures {
  readonly gross: Money;
  readonly discounts: Money;
  readonly serviceCharge: Money;
  readonly taxOnTop: Money;
  readonly tax: Money;
  /** Without tax, after discounts, with the service charge. */
  readonly net: Money;
  readonly tips: Money;
  readonly surcharges: Money;
  readonly rounding: Money;
  readonly total: Money;
}

export interface DiscountFigure extends CountedMoney {
  readonly category: string;
}

export interface TaxFigure {
  readonly code: string;
  readonly name: string;
  readonly rate: string;
  readonly mode: 'inclusive' | 'exclusive';
  readonly base: Money;
  readonly amount: Money;
}

/** `net` = received − refunded − returned. */
export interface TenderFigure {
  readonly tender: string;
  readonly count: number;
  readonly received: Money;
  readonly refunded: Money;
  readonly returned: Money;
  readonly net: Money;
}

/** From sales to money: received = settled + partPaymentsTaken − partPaymentsUsed + unexplained. */
export interface MoneyBridge {
  readonly settled: Money;
  readonly partPaymentsTaken: Money;
  readonly partPaymentsUsed: Money;
  /** Zero, unless an order's payments and its total disagree; `exceptions` then names it. */
  readonly unexplained: Money;
  readonly received: Money;
  readonly refunded: Money;
  readonly returned: Money;
  readonly net: Money;
}

export interface RefundFigures extends CountedMoney {
  readonly tax: Money;
  readonly rounding: Money;
  /** Of them, those of orders that were settled on earlier days. */
  readonly ofEarlierDays: CountedMoney & { readonly tax: Money };
}

export interface GiftCardFigures {
  readonly sold: CountedMoney;
  readonly redeemed: CountedMoney;
  /** What the outlet's cards hold at the moment of the report; `null` in a session's report. */
  readonly outstanding: CountedMoney | null;
}

export interface CashFigures {
  readonly movements: readonly MovementFigure[];
  readonly sessions: readonly SessionFigure[];
}

export interface MovementFigure {
  readonly kind: string;
  readonly category: string | null;
  readonly late: boolean;
  readonly count: number;
  readonly in: Money;
  readonly out: Money;
  readonly safeIn: Money;
  readonly safeOut: Money;
}

export interface SessionFigure {
  readonly sessionId: string;
  readonly drawerId: string;
  readonly number: number;
  readonly cashierId: string;
  readonly status: string;
  readonly businessDate: string;
  readonly float: Money;
  readonly noSales: number;
  /** `null` while the session is open and the reader is not to know. */
  readonly expected: Money | null;
  readonly counted: Money | null;
  readonly variance: Money | null;
  readonly varianceState: string;
}

/** What was recorded after its own business day had been closed. */
export interface LateFigure {
  readonly businessDate: string;
  readonly orders: number;
  readonly total: Money;
  readonly refunds: number;
  readonly refunded: Money;
}
