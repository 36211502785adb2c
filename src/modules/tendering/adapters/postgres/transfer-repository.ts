import type { Tx } from '../../../../kernel/transaction.js';
import { runAtCommit, runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { Transfer, TransferKind } from '../../domain/transfer.js';
import type { BegunRefund, TransferRepository } from '../../ports/transfer-repository.js';
import { CHANGING, fromTransfer, TABLES, toPayout, toRefund, type PayoutRow, type RefundRow } from './transfer-rows.js';

// A payment that no provider collected has no charge, and its refund no provider: that is a defect, and fails here.
const BEGIN = `insert into provider_refunds (tenant_id, id, payment_id, order_id, outlet_id, refund_id, amount, currency, reason,
    created_at, next_try_at, created_by, status, attempt, tries, version, event_sequence, provider, test, charge_key, charge_reference)
  select $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::uuid, $7::bigint, $8::text, $9::text, $10::timestamptz, $11::timestamptz,
         $12::text, 'created', 1, 0, 1, 0,
         (select c.provider from payment_charges c where c.payment_id = $3::uuid),
         (select c.test from payment_charges c where c.payment_id = $3::uuid), 'charge-' || $3::uuid,
         (select c.provider_reference from payment_charges c where c.payment_id = $3::uuid)`;

/** Refunds and payouts in PostgreSQL. */
export class PostgresTransferRepository implements TransferRepository {
  beginRefund(tx: Tx, refund: BegunRefund): void {
    const { id, paymentId, orderId, outletId, refundId, amount, currency, reason, at, nextTryAt, by } = refund;
    const of = [tenantOf(tx), id, paymentId, orderId, outletId, refundId];
    const values = [...of, amount, currency, reason, at, nextTryAt, by];
    runAtCommit(tx, { name: 'provider_refund_begin', text: BEGIN, values });
  }

  async add(tx: Tx, transfer: Transfer): Promise<void> {
    const { name, columns } = TABLES[transfer.kind];
    const row = fromTransfer(transfer);
    const text = `insert into ${name} (tenant_id, ${columns.join(', ')})
      values ($1, ${columns.map((_column, at) => `$${at + 2}`).join(', ')})`;
    await runPrepared(tx, `${name}_add`, text, [tenantOf(tx), ...columns.map((column) => row[column])]);
  }

  async find(tx: Tx, kind: TransferKind, id: string): Promise<Transfer | undefined> {
    return this.select(tx, kind, id, '');
  }

  async lock(tx: Tx, kind: TransferKind, id: string): Promise<Transfer | undefined> {
    return this.select(tx, kind, id, ' for update');
  }

  async save(tx: Tx, transfer: Transfer): Promise<void> {
    const { name } = TABLES[transfer.kind];
    const row = fromTransfer(transfer);
    const text = `update ${name} set ${CHANGING.map((column, at) => `${column} = $${at + 2}`).join(', ')}
      where id = $1::uuid returning 1`;
    const values = [transfer.id, ...CHANGING.map((column) => row[column])];
    const saved = await runPrepared(tx, `${name}_save`, text, values);
    if (saved.length !== 1) throw new Error(`saved ${saved.length} transfers instead of one`);
  }

  private async select(tx: Tx, kind: TransferKind, id: string, locking: string): Promise<Transfer | undefined> {
    const { name, columns } = TABLES[kind];
    const text = `select ${columns.join(', ')} from ${name} where id = $1::uuid${locking}`;
    const [row] = await runPrepared<RefundRow & PayoutRow>(tx, `${name}_one${locking && '_lock'}`, text, [id]);
    if (row === undefined) return undefined;
    return kind === 'refund' ? toRefund(row) : toPayout(row);
  }
}
