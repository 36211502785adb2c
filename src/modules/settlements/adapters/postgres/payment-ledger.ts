import { sql } from 'kysely';
import { isUuid } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { LedgerEntry, LedgerView } from '../../domain/reconciliation.js';
import type { Settlement, SettlementLine } from '../../domain/settlement.js';
import type { KnownPayment, PaymentLedger } from '../../ports/payment-ledger.js';
import { toLine, type LineRow, type SettlementTables } from './settlement-rows.js';

interface ChargeRow {
  readonly payment_id: string;
  readonly provider_reference: string | null;
  readonly request_reference: string | null;
  readonly amount: string | number;
  readonly status: string;
}

interface RefundRow {
  readonly id: string;
  readonly payment_id: string;
  readonly provider_reference: string | null;
  readonly amount: string | number;
  readonly charge_provider_reference: string | null;
  readonly charge_request_reference: string | null;
}

const COLUMNS = sql.raw(
  'c.payment_id, c.provider_reference, c.request_reference, coalesce(c.amount_captured, c.amount) as amount, c.status',
);
const IS_IN = sql.raw(`c.status in ('captured', 'charged_back') and not c.test`);
const CHARGE_KEY = /^charge-([0-9a-f-]{36})$/;

/** Reads what tendering keeps in the tables payment_charges and provider_refunds, as reports read orders. */
export class PostgresPaymentLedger implements PaymentLedger {
  async about(tx: Tx, settlement: Settlement, lines: readonly SettlementLine[]): Promise<LedgerView> {
    const names = [...new Set(lines.flatMap(({ paymentReference }) => paymentReference ?? []))];
    if (names.length === 0) return { entries: [], settledBefore: [] };
    const ids = names.map(paymentIdIn).filter((id) => id !== undefined);
    const charges = await this.charges(tx, settlement, names, ids);
    const refunds = await this.refunds(tx, settlement, names, charges);
    return {
      entries: [...charges.flatMap(entriesOf), ...refunds.map(refundEntry)],
      settledBefore: await this.before(tx, settlement, [...new Set([...names, ...charges.flatMap(namesOf)])]),
    };
  }

  async unsettled(tx: Tx, settlement: Settlement, limit: number): Promise<readonly LedgerEntry[]> {
    const { provider, currency, periodFrom, periodTo, outletId } = settlement;
    const { rows } = await sql<ChargeRow>`select ${COLUMNS} from payment_charges c
      where c.provider = ${provider} and c.currency = ${currency} and ${IS_IN}
        and c.settled_at >= ${periodFrom} and c.settled_at < ${periodTo}
        and ${outletId === null ? sql`true` : sql`c.outlet_id = ${outletId}`}
        and not exists (select from settlement_lines l join settlement_batches b on b.tenant_id = l.tenant_id and b.id = l.batch_id
              where b.provider = c.provider and l.kind = 'payment'
                and l.payment_reference in (c.provider_reference, c.request_reference, 'charge-' || c.payment_id))
      order by c.payment_id limit ${limit}`.execute(transactionOf<SettlementTables>(tx));
    return rows.flatMap(entriesOf).filter(({ kind }) => kind === 'payment');
  }

  async captured(tx: Tx, paymentId: string): Promise<KnownPayment | undefined> {
    const { rows } = await sql<ChargeRow & { order_id: string; outlet_id: string; provider: string; currency: string }>`
      select ${COLUMNS}, c.order_id, c.outlet_id, c.provider, c.currency from payment_charges c
       where c.payment_id = ${paymentId} and ${IS_IN}`.execute(transactionOf<SettlementTables>(tx));
    const row = rows[0];
    return (
      row && {
        paymentId,
        orderId: row.order_id,
        outletId: row.outlet_id,
        provider: row.provider,
        reference: row.provider_reference,
        amount: money(Number(row.amount), row.currency),
      }
    );
  }

  private async charges(
    tx: Tx,
    { provider, currency }: Settlement,
    names: readonly string[],
    ids: readonly string[],
  ): Promise<ChargeRow[]> {
    const { rows } = await sql<ChargeRow>`select ${COLUMNS} from payment_charges c
      where c.provider = ${provider} and c.currency = ${currency} and ${IS_IN}
        and (c.provider_reference = any(${names}) or c.request_reference = any(${names}) or c.payment_id = any(${ids}::uuid[]))`.execute(
      transactionOf<SettlementTables>(tx),
    );
    return rows;
  }

  private async refunds(
    tx: Tx,
    { provider, currency }: Settlement,
    names: readonly string[],
    charges: readonly ChargeRow[],
  ): Promise<RefundRow[]> {
    const payments = charges.map(({ payment_id }) => payment_id);
    const { rows } = await sql<RefundRow>`select r.id, r.payment_id, r.provider_reference, r.amount,
        c.provider_reference as charge_provider_reference, c.request_reference as charge_request_reference
      from provider_refunds r join payment_charges c on c.tenant_id = r.tenant_id and c.payment_id = r.payment_id
      where r.provider = ${provider} and r.currency = ${currency} and r.status = 'done' and not r.test
        and (r.payment_id = any(${payments}::uuid[]) or r.provider_reference = any(${names}))
      order by r.created_at, r.id`.execute(transactionOf<SettlementTables>(tx));
    return rows;
  }

  /** Lines of batches that came before this one, so that looking again finds the same. */
  private async before(
    tx: Tx,
    { provider, id, receivedAt }: Settlement,
    names: readonly string[],
  ): Promise<LedgerView['settledBefore']> {
    const { rows } = await sql<LineRow>`select l.* from settlement_lines l
        join settlement_batches b on b.tenant_id = l.tenant_id and b.id = l.batch_id
      where l.payment_reference = any(${names}) and b.provider = ${provider} and b.id <> ${id}
        and (b.received_at, b.id) < (${receivedAt}::timestamptz, ${id}::uuid)
      order by l.batch_id, l.number`.execute(transactionOf<SettlementTables>(tx));
    return rows.map(toLine);
  }
}

function paymentIdIn(name: string): string | undefined {
  const id = CHARGE_KEY.exec(name)?.[1];
  return id !== undefined && isUuid(id) ? id : undefined;
}

function namesOf({ payment_id: id, provider_reference: last, request_reference: first }: ChargeRow): string[] {
  return [last, first, `charge-${id}`].filter((name) => name !== null);
}

/** A payment that was taken back is both: it came in, and it went. */
function entriesOf(row: ChargeRow): LedgerEntry[] {
  const entry = { paymentId: row.payment_id, references: namesOf(row), amount: Number(row.amount) };
  const payment: LedgerEntry = { ...entry, kind: 'payment' };
  return row.status === 'charged_back' ? [payment, { ...entry, kind: 'chargeback' }] : [payment];
}

function refundEntry(row: RefundRow): LedgerEntry {
  const names = [
    row.provider_reference,
    row.charge_provider_reference,
    row.charge_request_reference,
    `charge-${row.payment_id}`,
    `refund-${row.id}`,
  ];
  const references = names.filter((name) => name !== null);
  return { kind: 'refund', paymentId: row.payment_id, references, amount: Number(row.amount) };
}
