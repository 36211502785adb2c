import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { InsertShape } from '../../../../platform/postgres/deferred-inserts.js';
import { appendRows, contextOf, runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { Charge, PaymentId } from '../../domain/charge.js';
import type { ChargeRepository, ChargeStep } from '../../ports/charge-repository.js';
import { CHANGING, CHARGE_COLUMNS, fromCharge, toCharge, type ChargeRow } from './charge-rows.js';

interface StepRow {
  tenant_id: string;
  payment_id: string;
  version: number;
  at: Date;
  what: string;
  status: string;
  reference: string | null;
  detail: string | null;
  actor: string;
}

const CHARGES: InsertShape<ChargeRow & { tenant_id: string }> = {
  table: 'payment_charges',
  columns: ['tenant_id', ...CHARGE_COLUMNS],
  // Two tries of one request at once: the one that comes second finds the other's charge when it comes again.
  onDuplicate: {
    payment_charges_source_key: () => new Refusal('idempotency_key_in_use', { retryAfterSeconds: 1 }),
  },
};
const STEPS: InsertShape<StepRow> = {
  table: 'payment_charge_steps',
  columns: ['tenant_id', 'payment_id', 'version', 'at', 'what', 'status', 'reference', 'detail', 'actor'],
};
const SELECT = `select ${CHARGE_COLUMNS.join(', ')} from payment_charges`;
const ONE = `${SELECT} where payment_id = $1::uuid`;
// The newest first: a provider may use a name again after years.
const OF_REFERENCE = `${SELECT} where provider = $1 and (request_reference = $2 or provider_reference = $2)
  order by created_at desc limit 1`;
const SAVE = `update payment_charges set ${CHANGING.map((name, at) => `${name} = $${at + 2}`).join(', ')}
  where payment_id = $1::uuid returning 1`;
const DETAIL_MAX = 500;

/** Charges and their history in PostgreSQL. */
export class PostgresChargeRepository implements ChargeRepository {
  add(tx: Tx, charge: Charge, step: ChargeStep): void {
    appendRows(tx, CHARGES, [{ ...fromCharge(charge), tenant_id: tenantOf(tx) }]);
    appendRows(tx, STEPS, [stepRow(tx, charge, step)]);
  }

  async find(tx: Tx, id: PaymentId): Promise<Charge | undefined> {
    return one(await runPrepared<ChargeRow>(tx, 'payment_charge', ONE, [id]));
  }

  async lock(tx: Tx, id: PaymentId): Promise<Charge | undefined> {
    return one(await runPrepared<ChargeRow>(tx, 'payment_charge_lock', `${ONE} for update`, [id]));
  }

  async ofSource(tx: Tx, source: string): Promise<Charge | undefined> {
    return one(await runPrepared<ChargeRow>(tx, 'payment_charge_of_source', `${SELECT} where source = $1`, [source]));
  }

  async ofReference(tx: Tx, provider: string, reference: string): Promise<Charge | undefined> {
    return one(await runPrepared<ChargeRow>(tx, 'payment_charge_of_reference', OF_REFERENCE, [provider, reference]));
  }

  async save(tx: Tx, charge: Charge, step: ChargeStep | null): Promise<void> {
    const row = fromCharge(charge);
    const saved = await runPrepared(tx, 'payment_charge_save', SAVE, [
      charge.paymentId,
      ...CHANGING.map((name) => row[name]),
    ]);
    if (saved.length !== 1) throw new Error(`saved ${saved.length} charges instead of one`);
    if (step !== null) appendRows(tx, STEPS, [stepRow(tx, charge, step)]);
  }
}

function stepRow(tx: Tx, charge: Charge, { what, detail }: ChargeStep): StepRow {
  const { principal, at } = contextOf(tx);
  return {
    ...{ tenant_id: tenantOf(tx), payment_id: charge.paymentId, version: charge.version, at, what },
    ...{ status: charge.status, reference: charge.providerReference, detail: detail?.slice(0, DETAIL_MAX) ?? null },
    actor: `${principal.kind}:${principal.id}`,
  };
}

function one([row]: readonly ChargeRow[]): Charge | undefined {
  return row && toCharge(row);
}
