import type { RequestContext } from '../../../src/kernel/context.js';
import type { Tx } from '../../../src/kernel/transaction.js';
import { PaymentBook, type Applied, type NewCharge, type PaymentChange } from '../../../src/modules/tendering/index.js';
import { runPrepared } from '../../../src/platform/postgres/transaction.js';

/** An order of one payment, in a table of the test. */
export const PLAIN_BOOK_TABLE = `
  create table plain_book (payment_id uuid primary key, order_id uuid, asked bigint, taken bigint not null default 0, status text,
    captures integer not null default 0, settled boolean not null default false);
  grant select, insert, update on plain_book to pos_app`;

interface Row {
  asked: number;
  taken: number;
  status: string;
  settled: boolean;
}

const LIVE: ReadonlySet<string> = new Set(['initiated', 'pending', 'unknown']);

/** The orders' side of payments, as plain as it can be: what an order promises of payments, and nothing else. */
export class PlainBook extends PaymentBook {
  /** The payment stands `initiated`. */
  async open(tx: Tx, { paymentId, orderId, amount }: NewCharge): Promise<void> {
    const text = `insert into plain_book (payment_id, order_id, asked, status) values ($1, $2, $3, 'initiated')`;
    await runPrepared(tx, 'plain_open', text, [paymentId, orderId, amount.amount]);
  }

  /** Gives up what is under way. */
  async giveUp(tx: Tx, paymentId: string): Promise<boolean> {
    const row = await this.locked(tx, paymentId);
    if (row === undefined || !LIVE.has(row.status)) return false;
    await runPrepared(tx, 'plain_set', 'update plain_book set status = $2 where payment_id = $1', [
      paymentId,
      'failed',
    ]);
    return true;
  }

  async apply(tx: Tx, _context: RequestContext, change: PaymentChange): Promise<Applied> {
    const row = await this.locked(tx, change.paymentId);
    if (row === undefined) return { taken: null, refused: 'order_not_found' };
    if (change.to === 'captured') return this.capture(tx, change, row);
    if (change.to === 'charged_back' ? row.status !== 'captured' : !LIVE.has(row.status)) return NOTHING;
    await runPrepared(tx, 'plain_set', 'update plain_book set status = $2 where payment_id = $1', [
      change.paymentId,
      change.to,
    ]);
    return NOTHING;
  }

  allocate(): Promise<void> {
    return Promise.resolve();
  }

  private async capture(tx: Tx, { paymentId, amount }: PaymentChange, row: Row): Promise<Applied> {
    if (!LIVE.has(row.status))
      return { taken: null, refused: row.status === 'captured' ? 'already_captured' : 'payment_cancelled' };
    if (row.settled) return { taken: null, refused: 'order_settled' };
    const came = amount ?? { amount: row.asked, currency: 'KES' };
    const taken = Math.min(came.amount, row.asked);
    const text = `update plain_book set status = 'captured', taken = $2, captures = captures + 1 where payment_id = $1`;
    await runPrepared(tx, 'plain_capture', text, [paymentId, taken]);
    return { taken: { ...came, amount: taken }, refused: taken < came.amount ? 'exceeds_asked' : null };
  }

  private async locked(tx: Tx, paymentId: string): Promise<Row | undefined> {
    const text = 'select asked, taken, status, settled from plain_book where payment_id = $1 for update';
    const [row] = await runPrepared<Row>(tx, 'plain_lock', text, [paymentId]);
    return row;
  }
}

const NOTHING: Applied = { taken: null, refused: null };
