import { createHash } from 'node:crypto';

/** What an answer said of an order, in the words of API.md "The sale"; amounts are minor units. */
export interface OrderReceipt {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly totals: Readonly<Record<string, number>>;
  readonly lines: readonly string[];
  readonly payments: readonly string[];
  readonly refunds: readonly string[];
}

/** An answer that a client holds in its hand: the key it was given under and the hash of its bytes. */
export interface AnswerReceipt {
  readonly key: string;
  readonly status: number;
  readonly bodyHash: string;
}

/** All that a client knows of one sale. */
export interface SaleReceipt {
  /** A word that only this sale carries, in `customerId`: finds a doubled sale whatever ids the service gave. */
  readonly token: string;
  /** The client's own id, if it sent one. */
  readonly clientId: string | undefined;
  readonly answers: AnswerReceipt[];
  /** The order as the last answer showed it. */
  last: OrderReceipt | undefined;
  /** The client gave up on a request and never heard what became of it: the order may be one step further, or not be. */
  unsure: boolean;
}

/** What all clients together know; the checker compares it with the database. */
export class Ledger {
  readonly sales: SaleReceipt[] = [];
  /** What clients saw and should never see: an answer that changed, a status that has no place. */
  readonly complaints: string[] = [];
  acknowledged = 0;

  open(token: string, clientId: string | undefined): SaleReceipt {
    const sale: SaleReceipt = { token, clientId, answers: [], last: undefined, unsure: false };
    this.sales.push(sale);
    return sale;
  }

  /** Files an answer. */
  file(sale: SaleReceipt, answer: AnswerReceipt, order: OrderReceipt | undefined): void {
    this.acknowledged += 1;
    sale.answers.push(answer);
    if (order !== undefined) sale.last = order;
  }
}

/** The hash under which two answers count as the same bytes. */
export function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('base64url');
}

interface MoneyJson {
  amount: number;
}
interface OrderJson {
  id: string;
  number: string;
  status: string;
  version: number;
  totals: Record<string, MoneyJson>;
  lines: { id: string; quantity: string; total: MoneyJson; refundedQuantity: string }[];
  payments: { id: string; tender: string; status: string; amount: MoneyJson }[];
  refunds: { id: string; amount: MoneyJson; rounding: MoneyJson }[];
}

/** Reads an answer that shows an order. */
export function receiptOf(body: string): OrderReceipt {
  const order = JSON.parse(body) as OrderJson;
  const { id, number, status, version } = order;
  const totals = Object.fromEntries(Object.entries(order.totals).map(([name, { amount }]) => [name, amount]));
  return {
    ...{ id, number, status, version, totals },
    lines: order.lines
      .map((line) => [line.id, line.quantity, line.total.amount, line.refundedQuantity].join(' '))
      .sort(),
    payments: order.payments.map((paid) => [paid.id, paid.tender, paid.amount.amount, paid.status].join(' ')).sort(),
    refunds: order.refunds.map((refund) => [refund.id, refund.amount.amount, refund.rounding.amount].join(' ')).sort(),
  };
}
