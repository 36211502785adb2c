import type { MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { OrderChannel } from './order-requests.js';
import type { OrderStatusName, TotalsResponse } from './order-responses.js';

/** Who sells. */
export interface ReceiptSeller {
  name: string;
  addressLines: readonly string[];
  taxNumber: string | null;
  receiptHeader: string | null;
  receiptFooter: string | null;
}

export interface ReceiptLineResponse {
  name: string;
  quantity: string;
  unit: string;
  unitPrice: MoneyDto;
  gross: MoneyDto;
  discount: MoneyDto;
  note: string | null;
  /** What was chosen with one of it. */
  modifiers: readonly ReceiptModifierResponse[];
  /** The combo that it is a part of; parts of one combo follow each other. */
  combo: ReceiptComboResponse | null;
  /** The last four characters of the gift card that it sells. */
  giftCard: string | null;
}

export interface ReceiptModifierResponse {
  name: string;
  /** @isInt */
  quantity: number;
  /** Of one. */
  price: MoneyDto;
}

export interface ReceiptComboResponse {
  id: Uuid;
  name: string;
  quantity: string;
}

/** What one discount took off the whole order. */
export interface ReceiptDiscountResponse {
  name: string;
  code: string | null;
  amount: MoneyDto;
}

export interface ReceiptTaxResponse {
  code: string;
  name: string;
  /** In percent. */
  rate: string;
  mode: 'inclusive' | 'exclusive';
  base: MoneyDto;
  amount: MoneyDto;
}

export interface ReceiptPaymentResponse {
  tender: string;
  amount: MoneyDto;
  reference: string | null;
}

export interface ReceiptRefundResponse {
  /** On the outlet's wall clock. */
  localTime: string;
  /** What was paid out. */
  amount: MoneyDto;
}

/** A receipt as a document, without a layout. */
export interface ReceiptResponse {
  /** `COPY`: it was printed before. `TRAINING`, `VOID` and `UNPAID`: it proves no sale. Only devices write `TRAINING`. */
  marks: readonly ('COPY' | 'TRAINING' | 'VOID' | 'UNPAID')[];
  seller: ReceiptSeller;
  orderId: Uuid;
  number: string;
  /** What the device printed at once, of its own series. */
  receiptNumber: string | null;
  status: OrderStatusName;
  channel: OrderChannel;
  placedAt: Timestamp;
  /** `placedAt` on the outlet's wall clock. */
  localTime: string;
  currency: string;
  /**
   * How many digits its amounts have after the decimal mark.
   * @isInt
   */
  minorDigits: number;
  /** BCP 47; the language and the decimal mark of what is printed. */
  locale: string;
  lines: readonly ReceiptLineResponse[];
  /** They sum to the total's discount. */
  discounts: readonly ReceiptDiscountResponse[];
  taxes: readonly ReceiptTaxResponse[];
  totals: TotalsResponse;
  payments: readonly ReceiptPaymentResponse[];
  refunds: readonly ReceiptRefundResponse[];
  /** Why no tax was charged. */
  taxExemption: string | null;
}
