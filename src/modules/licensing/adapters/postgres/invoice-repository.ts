import type { TenantId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { Invoice, InvoiceId } from '../../domain/invoice.js';
import type { InvoiceQuery, InvoiceRepository } from '../../ports/invoice-repository.js';
import { toInvoice, type InvoiceRow } from './licensing-rows.js';

const COLUMNS = `id, business_id, business_slug, period::text as month, plan, lines, total, currency, status, reference, error,
  tries, next_try_at, issued_at, sent_at, paid_at, version`;
const INVOICE = `select ${COLUMNS} from licence_invoices`;
const ADD = `insert into licence_invoices (tenant_id, id, business_id, business_slug, period, plan, lines, total, currency,
    status, tries, next_try_at, issued_at, version)
  values ($1::uuid, $2::uuid, $3::uuid, $4, $5::date, $6, $7::jsonb, $8, $9, $10, $11, $12, $13, $14)
  on conflict do nothing returning id`;
const SAVE = `update licence_invoices set status = $2, reference = $3, error = $4, tries = $5, next_try_at = $6, sent_at = $7,
  paid_at = $8, version = $9 where id = $1::uuid`;
const CLAIM = `update licence_invoices set next_try_at = $2 where id = (select id from licence_invoices
    where next_try_at <= $1 order by next_try_at limit 1 for update skip locked) returning ${COLUMNS}`;
const LIST = `${INVOICE} where ($1::uuid is null or business_id = $1::uuid) and ($2::text is null or status = $2)
  and ($3::timestamptz is null or (issued_at, id) < ($3::timestamptz, $4::uuid)) order by issued_at desc, id desc limit $5`;
const ERROR_MAX = 500;

/** Invoices in PostgreSQL. */
export class PostgresInvoiceRepository implements InvoiceRepository {
  async add(tx: Tx, invoice: Invoice): Promise<boolean> {
    const { id, businessId, businessSlug, period, plan, lines, total, status, tries, nextTryAt } = invoice;
    const values = [
      ...[
        tenantOf(tx),
        id,
        businessId,
        businessSlug,
        period,
        plan,
        JSON.stringify(lines),
        total.amount,
        total.currency,
      ],
      ...[status, tries, nextTryAt, invoice.issuedAt, invoice.version],
    ];
    return (await runPrepared(tx, 'licensing_invoice_add', ADD, values)).length === 1;
  }

  async has(tx: Tx, businessId: TenantId, period: string): Promise<boolean> {
    const text = 'select id from licence_invoices where business_id = $1::uuid and period = $2::date';
    return (await runPrepared(tx, 'licensing_invoice_has', text, [businessId, period])).length > 0;
  }

  async lock(tx: Tx, id: InvoiceId): Promise<Invoice | undefined> {
    const text = `${INVOICE} where id = $1::uuid for update`;
    const [row] = await runPrepared<InvoiceRow>(tx, 'licensing_invoice_lock', text, [id]);
    return row && toInvoice(row);
  }

  async save(tx: Tx, invoice: Invoice): Promise<void> {
    const { id, status, reference, error, tries, nextTryAt, sentAt, paidAt, version } = invoice;
    const values = [
      id,
      status,
      reference,
      error?.slice(0, ERROR_MAX) ?? null,
      tries,
      nextTryAt,
      sentAt,
      paidAt,
      version,
    ];
    await runPrepared(tx, 'licensing_invoice_save', SAVE, values);
  }

  async claim(tx: Tx, at: Date, leaseUntil: Date): Promise<Invoice | undefined> {
    const [row] = await runPrepared<InvoiceRow>(tx, 'licensing_invoice_claim', CLAIM, [at, leaseUntil]);
    return row && toInvoice(row);
  }

  async list(tx: Tx, { businessId, status, limit, after }: InvoiceQuery): Promise<readonly Invoice[]> {
    const values = [businessId ?? null, status ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    return (await runPrepared<InvoiceRow>(tx, 'licensing_invoices', LIST, values)).map(toInvoice);
  }
}
