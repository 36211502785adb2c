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
  /** `COPY`: it was printed before. `VOID` and `UNPAID`: it proves no sale. */
  marks: readonly ('COPY' | 'VOID' | 'UNPAID')[];
  seller: ReceiptSeller;
  orderId: Uuid;
  number: string;
  status: OrderStatusName;
  channel: OrderChannel;
  placedAt: Timestamp;
  /** `placedAt` on the outlet's wall clock. */
  localTime: string;
  currency: string;
  lines: readonly ReceiptLineResponse[];
  taxes: readonly ReceiptTaxResponse[];
  totals: TotalsResponse;
  payments: readonly ReceiptPaymentResponse[];
  refunds: readonly ReceiptRefundResponse[];
}
