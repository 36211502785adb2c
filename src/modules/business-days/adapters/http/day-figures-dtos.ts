import type { MoneyDto, Uuid } from '../../../../platform/http/values.js';
import type { BusinessDay } from './business-day.js';

/**
 * How many of a thing.
 * @isInt
 */
export type FigureCount = number;

export interface CountedMoneyDto {
  count: FigureCount;
  amount: MoneyDto;
}

/** Orders settled. `first` and `last` are receipt numbers. */
export interface DayOrdersDto {
  count: FigureCount;
  first: string | null;
  last: string | null;
}

/** `total` = gross − discounts + serviceCharge + taxOnTop + tips + surcharges + rounding. */
export interface DaySalesDto {
  /** What the lines cost before discounts, with the tax that is in their prices. */
  gross: MoneyDto;
  discounts: MoneyDto;
  serviceCharge: MoneyDto;
  /** Taxes on top of prices; a part of `tax`. */
  taxOnTop: MoneyDto;
  /** All taxes, in prices and on top. */
  tax: MoneyDto;
  /** Without tax, after discounts, with the service charge. */
  net: MoneyDto;
  /** Owed to staff: outside sales. */
  tips: MoneyDto;
  surcharges: MoneyDto;
  /** Cash rounding: outside sales. */
  rounding: MoneyDto;
  total: MoneyDto;
}

export interface DayDiscountDto extends CountedMoneyDto {
  /** `promotion`, or why a person took it off: `discount`, `comp`, `employee_meal`, `waste`. */
  category: string;
}

export interface DayTaxDto {
  code: string;
  name: string;
  /** Percent. */
  rate: string;
  mode: 'inclusive' | 'exclusive';
  base: MoneyDto;
  amount: MoneyDto;
}

/** Money of one tender. `received` is less change; `net` = received − refunded − returned. */
export interface DayTenderDto {
  tender: string;
  count: FigureCount;
  received: MoneyDto;
  refunded: MoneyDto;
  /** Payments given back before their order was settled. */
  returned: MoneyDto;
  net: MoneyDto;
}

/** From sales to money: received = settled + partPaymentsTaken − partPaymentsUsed + unexplained. */
export interface DayBridgeDto {
  settled: MoneyDto;
  /** Received for orders that are not settled in the scope. */
  partPaymentsTaken: MoneyDto;
  /** Received before, for orders that are settled in the scope. */
  partPaymentsUsed: MoneyDto;
  /** Zero, unless an exception says otherwise. */
  unexplained: MoneyDto;
  received: MoneyDto;
  refunded: MoneyDto;
  returned: MoneyDto;
  net: MoneyDto;
}

export interface TaxedMoneyDto extends CountedMoneyDto {
  tax: MoneyDto;
}

/** `amount` with `rounding` is what was paid out. */
export interface DayRefundsDto extends TaxedMoneyDto {
  rounding: MoneyDto;
  ofEarlierDays: TaxedMoneyDto;
}

export interface DayGiftCardsDto {
  sold: CountedMoneyDto;
  redeemed: CountedMoneyDto;
  /** What the outlet's cards hold at the moment of the report. */
  outstanding: CountedMoneyDto | null;
}

export interface DayMovementDto {
  /** Of the drawers' ledger: `float`, `sale`, `change`, `refund`, `paid_in`, `skim`, and more. */
  kind: string;
  category: string | null;
  /** Of a day that had been closed already. */
  late: boolean;
  count: FigureCount;
  /** Into drawers. */
  in: MoneyDto;
  /** Out of drawers. */
  out: MoneyDto;
  safeIn: MoneyDto;
  safeOut: MoneyDto;
}

export interface DaySessionDto {
  sessionId: Uuid;
  drawerId: Uuid;
  number: FigureCount;
  cashierId: string;
  status: string;
  businessDate: BusinessDay;
  float: MoneyDto;
  noSales: FigureCount;
  /** Null while the session is open and the reader is not to know. */
  expected: MoneyDto | null;
  counted: MoneyDto | null;
  variance: MoneyDto | null;
  /** `none`, `pending`, `approved` or `rejected`. */
  varianceState: string;
}

export interface DayCashDto {
  movements: readonly DayMovementDto[];
  sessions: readonly DaySessionDto[];
}

/** What was recorded after its own business day had been closed. */
export interface DayLateDto {
  businessDate: BusinessDay;
  orders: FigureCount;
  total: MoneyDto;
  refunds: FigureCount;
  refunded: MoneyDto;
}

/** What a day or a drawer session came to. */
export interface DayFiguresDto {
  orders: DayOrdersDto;
  sales: DaySalesDto;
  discounts: readonly DayDiscountDto[];
  taxes: readonly DayTaxDto[];
  /** Empty where cash is withheld. */
  tenders: readonly DayTenderDto[];
  /** Null where cash is withheld. */
  bridge: DayBridgeDto | null;
  refunds: DayRefundsDto;
  voids: CountedMoneyDto;
  linesRemoved: FigureCount;
  priceOverrides: FigureCount;
  noSales: FigureCount;
  giftCards: DayGiftCardsDto;
  cash: DayCashDto;
  /** Carried over, with what is due. */
  openOrders: CountedMoneyDto | null;
  paymentsInDoubt: CountedMoneyDto;
  late: readonly DayLateDto[];
}
