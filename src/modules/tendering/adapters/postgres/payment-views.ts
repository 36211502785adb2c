import { sql, type RawBuilder } from 'kysely';
import { type RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Charge, PaymentId } from '../../domain/charge.js';
import type { TenderingRefusal } from '../../domain/tendering-refusal.js';
import type { PayoutTransfer, RefundTransfer } from '../../domain/transfer.js';
import type { Unallocated, UnallocatedId } from '../../domain/unallocated.js';
import type {
  ChargeQuery,
  PageQuery,
  PaymentViews,
  RecordedStep,
  TransferQuery,
  UnallocatedQuery,
} from '../../ports/payment-views.js';
import { CHARGE_COLUMNS, toCharge, type ChargeRow } from './charge-rows.js';
import { PAYOUT_COLUMNS, REFUND_COLUMNS, toPayout, toRefund, type PayoutRow, type RefundRow } from './transfer-rows.js';
import { toUnallocated, UNALLOCATED_COLUMNS, type UnallocatedRow } from './unallocated-rows.js';

type Condition = RawBuilder<unknown>;

interface Listed<Shown> {
  readonly table: string;
  readonly columns: readonly string[];
  /** What the list is ordered by, and what makes the order total. */
  readonly time: string;
  readonly id: string;
  readonly show: (row: unknown) => Shown;
}

const CHARGES: Listed<Charge> = {
  ...{ table: 'payment_charges', columns: CHARGE_COLUMNS, time: 'created_at', id: 'payment_id' },
  show: (row) => toCharge(row as ChargeRow),
};
const UNALLOCATED: Listed<Unallocated> = {
  ...{ table: 'unallocated_payments', columns: UNALLOCATED_COLUMNS, time: 'arrived_at', id: 'id' },
  show: (row) => toUnallocated(row as UnallocatedRow),
};
const REFUNDS: Listed<RefundTransfer> = {
  ...{ table: 'provider_refunds', columns: REFUND_COLUMNS, time: 'created_at', id: 'id' },
  show: (row) => toRefund(row as RefundRow),
};
const PAYOUTS: Listed<PayoutTransfer> = {
  ...{ table: 'payouts', columns: PAYOUT_COLUMNS, time: 'created_at', id: 'id' },
  show: (row) => toPayout(row as PayoutRow),
};

/** Answers questions about payments with one query each; row security confines them to the tenant. */
export class PostgresPaymentViews implements PaymentViews {
  constructor(private readonly transactor: Transactor) {}

  charges(context: RequestContext, query: ChargeQuery): Promise<readonly Charge[]> {
    const { status, orderId, outletId, provider, inDoubt } = query;
    const conditions = [
      ...equal({ status, order_id: orderId, outlet_id: outletId, provider }),
      ...(inDoubt === true ? [sql`status in ('created', 'sent', 'pending', 'unknown', 'cancelling')`] : []),
    ];
    return this.list(context, CHARGES, conditions, query);
  }

  charge(
    context: RequestContext,
    paymentId: PaymentId,
  ): Promise<{ readonly charge: Charge; readonly steps: readonly RecordedStep[] }> {
    return this.transactor.read(context, async (tx) => {
      const charge = await one(tx, context, CHARGES, paymentId);
      if (charge === undefined) throw new Refusal<TenderingRefusal>('charge_not_found', { paymentId });
      const { rows: steps } = await sql<RecordedStep>`select at, what, status, reference, detail, actor
        from payment_charge_steps where payment_id = ${paymentId}::uuid order by version`.execute(transactionOf(tx));
      return { charge, steps };
    });
  }

  unallocated(context: RequestContext, query: UnallocatedQuery): Promise<readonly Unallocated[]> {
    const { status, provider, outletId, from, to } = query;
    const conditions = [
      ...equal({ status, provider, outlet_id: outletId }),
      ...(from === undefined ? [] : [sql`arrived_at >= ${from}`]),
      ...(to === undefined ? [] : [sql`arrived_at < ${to}`]),
    ];
    return this.list(context, UNALLOCATED, conditions, query);
  }

  oneUnallocated(context: RequestContext, id: UnallocatedId): Promise<Unallocated> {
    return this.single(context, UNALLOCATED, id, 'unallocated_payment_not_found');
  }

  refunds(context: RequestContext, query: TransferQuery): Promise<readonly RefundTransfer[]> {
    const { status, provider, paymentId } = query;
    const conditions = equal({ status, provider, payment_id: paymentId });
    return this.list(context, REFUNDS, conditions, query);
  }

  refund(context: RequestContext, id: string): Promise<RefundTransfer> {
    return this.single(context, REFUNDS, id, 'provider_refund_not_found');
  }

  payouts(context: RequestContext, { status, provider, ...page }: TransferQuery): Promise<readonly PayoutTransfer[]> {
    return this.list(context, PAYOUTS, equal({ status, provider }), page);
  }

  payout(context: RequestContext, id: string): Promise<PayoutTransfer> {
    return this.single(context, PAYOUTS, id, 'payout_not_found');
  }

  private single<Shown>(
    context: RequestContext,
    listed: Listed<Shown>,
    id: string,
    notFound: TenderingRefusal,
  ): Promise<Shown> {
    return this.transactor.read(context, async (tx) => {
      const found = await one(tx, context, listed, id);
      if (found === undefined) throw new Refusal<TenderingRefusal>(notFound, { id });
      return found;
    });
  }

  private list<Shown>(
    context: RequestContext,
    { table, columns, time, id, show }: Listed<Shown>,
    conditions: readonly Condition[],
    { limit, after }: PageQuery,
  ): Promise<readonly Shown[]> {
    const place = sql.raw(`(${time}, ${id})`);
    const from = after === undefined ? [] : [sql`${place} < (${after[0]}::timestamptz, ${after[1]}::uuid)`];
    return this.transactor.read(context, async (tx) => {
      const { rows } = await sql`select ${sql.raw(columns.join(', '))} from ${sql.raw(table)}
        where ${sql.join([within(context), ...conditions, ...from], sql` and `)}
        order by ${sql.raw(`${time} desc, ${id} desc`)} limit ${limit + 1}`.execute(transactionOf(tx));
      return rows.map(show);
    });
  }
}

async function one<Shown>(
  tx: Tx,
  context: RequestContext,
  listed: Listed<Shown>,
  id: string,
): Promise<Shown | undefined> {
  const { rows } = await sql`select ${sql.raw(listed.columns.join(', '))} from ${sql.raw(listed.table)}
    where ${sql.raw(listed.id)} = ${id}::uuid and ${within(context)}`.execute(transactionOf(tx));
  return rows.map(listed.show)[0];
}

/** What the caller may see: money for no outlet is for those who may act for all. */
function within({ principal: { outlets } }: RequestContext): Condition {
  return outlets === undefined ? sql`true` : sql`outlet_id = any(${[...outlets]}::uuid[])`;
}

function equal(columns: Readonly<Record<string, string | undefined>>): Condition[] {
  return Object.entries(columns).flatMap(([column, value]) =>
    value === undefined ? [] : [sql`${sql.raw(column)} = ${value}`],
  );
}
