import type { Tx } from '../../../kernel/transaction.js';
import type { OrderId } from '../domain/order-state.js';

/** What an order was priced from and what it came to (DOMAIN P11). */
export interface StoredPricing {
  readonly orderId: OrderId;
  /** The engine that priced the order last. */
  readonly engineVersion: string;
  /** The engine's input for `decodeInput`, as it was written; `null` for an order of engine 1, which its rows tell of. */
  readonly input: object | null;
  /** SHA-256, in hexadecimal digits, of `JSON.stringify(encodeInput(input))`; `null` for engine 1. */
  readonly inputHash: string | null;
  /** The same of `outcomeText` of what it came to. */
  readonly outcomeHash: string | null;
}

/** Keeps what orders were priced from. */
export interface PricingRecords {
  /** Those there are, in the order asked. */
  pricingOf(tx: Tx, orderIds: readonly OrderId[]): Promise<readonly StoredPricing[]>;
}
