import type { MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { SimulatedSale, SimulatedSales } from '../../ports/past-sales.js';
import type { ChangePromotionRequest, PromotionEffectDto } from './promotion-dto.js';

/** A promotion that need not be saved yet. Its scope's outlets and channels are met; whom it is for is not known of past sales. */
export interface SimulatedDraft extends ChangePromotionRequest {
  name: string;
  effect: PromotionEffectDto;
}

/** What to simulate, over which sales. */
export interface SimulationRequest {
  /** The newest version of this promotion; with a draft, the promotion whose place the draft takes. */
  promotionId?: Uuid;
  draft?: SimulatedDraft;
  /** Inclusive, by the till's clock. */
  from: Timestamp;
  /** Exclusive. */
  to: Timestamp;
  /** Only this outlet; all that the promotion is for when absent. */
  outletId?: Uuid;
  /**
   * Sales to price again at once.
   * @isInt must be an integer
   * @minimum 1
   * @maximum 500
   */
  limit?: number;
  cursor?: string;
}

export interface SimulatedSaleResponse {
  orderId: Uuid;
  number: string;
  before: MoneyDto;
  after: MoneyDto;
  /** `after` less `before`: below zero where the guest would have paid less. */
  difference: MoneyDto;
  /** What the promotion itself would have taken off. */
  takenOff: MoneyDto;
}

/** The sum of a page, for one currency. */
export interface SimulatedSumResponse {
  currency: string;
  /** @isInt */
  orders: number;
  before: MoneyDto;
  after: MoneyDto;
  difference: MoneyDto;
}

/** Only sales that would have been different; sums are of this page. */
export interface SimulationResponse {
  data: SimulatedSaleResponse[];
  /**
   * Sales that were priced again.
   * @isInt
   */
  looked: number;
  sums: SimulatedSumResponse[];
  nextCursor: string | null;
}

/** Shows a page of a simulation. */
export function toSimulationResponse(page: SimulatedSales, nextCursor: string | null): SimulationResponse {
  return { data: page.orders.map((sale) => ({ ...sale })), looked: page.looked, sums: sumsOf(page.orders), nextCursor };
}

function sumsOf(sales: readonly SimulatedSale[]): SimulatedSumResponse[] {
  const currencies = [...new Set(sales.map(({ before }) => before.currency))].sort();
  return currencies.map((currency) => {
    const own = sales.filter(({ before }) => before.currency === currency);
    const total = (amountOf: (sale: SimulatedSale) => number): MoneyDto => {
      return { amount: own.reduce((sum, sale) => sum + amountOf(sale), 0), currency };
    };
    return {
      currency,
      orders: own.length,
      before: total(({ before }) => before.amount),
      after: total(({ after }) => after.amount),
      difference: total(({ difference }) => difference.amount),
    };
  });
}
