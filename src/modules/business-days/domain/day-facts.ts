/** What the books say of a scope, added up by the database and not yet a report. Amounts are minor units of the outlet's currency. */
export interface DayFacts {
  readonly sales: readonly SalesFact[];
  readonly voids: CountedAmount;
  readonly discounts: readonly (CountedAmount & { readonly category: string })[];
  readonly taxes: readonly TaxFact[];
  readonly giftCardsSold: CountedAmount;
  readonly linesRemoved: number;
  readonly priceOverrides: number;
  readonly payments: readonly PaymentFact[];
  readonly refunds: readonly RefundFact[];
  readonly refundedTo: readonly TenderAmount[];
  readonly returned: readonly TenderAmount[];
  readonly standing: StandingFacts;
  readonly cash: CashFacts;
  /** Orders whose own figures contradict each other. */
  readonly oddOrders: readonly OddOrder[];
}

export interface CountedAmount {
  readonly count: number;
  readonly amount: number;
}

/** Orders settled in the scope, of one business day of their own. */
export interface SalesFact {
  readonly businessDate: string;
  /** Recorded after that day was closed. */
  readonly late: boolean;
  readonly orders: number;
  readonly first: string;
  readonly last: string;
  readonly gross: number;
  readonly discounts: number;
  readonly serviceCharge: number;
  readonly tax: number;
  readonly tips: number;
  readonly surcharges: number;
  readonly rounding: number;
  readonly total: number;
}

export interface TaxFact {
  readonly code: string;
  readonly name: string;
  /** Percent, a decimal string. */
  readonly rate: string;
  readonly mode: 'inclusive' | 'exclusive';
  readonly base: number;
  readonly amount: number;
}

/** Payments of one tender, less the change given of them. */
export interface PaymentFact {
  readonly tender: string;
  /** Payments received in the scope, and what they came to. */
  readonly count: number;
  readonly received: number;
  /** Of `received`: for orders that are not settled in the scope, or given back before they were. */
  readonly taken: number;
  /** Received elsewhere, for orders settled in the scope. */
  readonly used: number;
  /** Of `received`: from the ledger of gift cards. */
  readonly giftCards: CountedAmount;
}

export interface RefundFact {
  readonly businessDate: string;
  readonly late: boolean;
  /** Of orders that were settled on an earlier day. */
  readonly earlier: boolean;
  readonly count: number;
  readonly amount: number;
  readonly tax: number;
  readonly rounding: number;
}

export interface TenderAmount {
  readonly tender: string;
  readonly amount: number;
}

/** How things stand at the moment of the report. */
export interface StandingFacts {
  /** `null` where the report is about a session: they belong to the outlet. */
  readonly openOrders: CountedAmount | null;
  readonly inDoubt: CountedAmount & { readonly paymentIds: readonly string[] };
  readonly giftCardsOutstanding: CountedAmount | null;
}

/** What moved in drawers and the safe. */
export interface CashFacts {
  readonly movements: readonly MovementFact[];
  readonly sessions: readonly SessionFact[];
}

/** Entries of the drawers' ledger of one kind: into drawers and out of them, into the safe and out of it. */
export interface MovementFact {
  readonly kind: string;
  readonly category: string | null;
  /** Of a day that had been closed already. */
  readonly late: boolean;
  readonly count: number;
  readonly in: number;
  readonly out: number;
  readonly safeIn: number;
  readonly safeOut: number;
}

export interface SessionFact {
  readonly sessionId: string;
  readonly drawerId: string;
  readonly number: number;
  readonly cashierId: string;
  readonly status: string;
  readonly businessDate: string;
  readonly float: number;
  readonly noSales: number;
  /** Known from the closing on; `null` before. */
  readonly expected: number | null;
  readonly counted: number | null;
  readonly variance: number | null;
  readonly varianceState: string;
  /** In the drawer by its ledger at this moment. */
  readonly balance: number;
}

export interface OddOrder {
  readonly orderId: string;
  readonly number: string;
  /** `totals`: the total is not the sum of its parts. `discounts`: not the sum of the lines'. `payments`: not what was paid. */
  readonly what: 'totals' | 'discounts' | 'payments';
}
