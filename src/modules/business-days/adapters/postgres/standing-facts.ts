import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { StandingFacts } from '../../domain/day-facts.js';
import type { ReportScope } from '../../domain/report-scope.js';
import { IN_DOUBT, UNSETTLED } from './booked-in.js';
import { ODD_MAX } from './order-facts.js';

/** How things stand now: orders that are carried over, payments that nobody knows the end of, what gift cards hold. */
export async function standingFacts(tx: Tx, scope: ReportScope): Promise<StandingFacts> {
  return scope.sessionId === null ? ofDay(tx, scope) : ofSession(tx, scope.sessionId);
}

async function ofDay(tx: Tx, { outletId, businessDate }: ReportScope): Promise<StandingFacts> {
  const { rows } = await sql<{ facts: StandingFacts }>`
    with doubt as materialized (
      select p.id, p.amount from pos_payments p join pos_orders o on o.id = p.order_id
       where p.status in ${IN_DOUBT} and o.outlet_id = ${outletId} and o.business_date <= ${businessDate}::date)
    select json_build_object(
      'openOrders', (select json_build_object('count', count(*), 'amount', coalesce(sum(due), 0)) from pos_orders
        where outlet_id = ${outletId} and status in ${UNSETTLED} and business_date <= ${businessDate}::date),
      'inDoubt', (select json_build_object('count', count(*), 'amount', coalesce(sum(amount), 0), 'paymentIds',
        coalesce((select json_agg(id) from (select id from doubt order by id limit ${ODD_MAX}) d), '[]')) from doubt),
      'giftCardsOutstanding', (select json_build_object('count', count(*), 'amount', coalesce(sum(balance), 0)) from gift_cards
        where outlet_id = ${outletId} and balance > 0)
    ) as facts`.execute(transactionOf<unknown>(tx));
  return (rows[0] as { facts: StandingFacts }).facts;
}

async function ofSession(tx: Tx, sessionId: string): Promise<StandingFacts> {
  const { rows } = await sql<{ facts: StandingFacts['inDoubt'] }>`
    select json_build_object('count', count(*), 'amount', coalesce(sum(amount), 0), 'paymentIds',
        coalesce((array_agg(id order by id))[:${ODD_MAX}], '{}')) as facts
      from pos_payments where drawer_session_id = ${sessionId}::uuid and status in ${IN_DOUBT}`.execute(
    transactionOf<unknown>(tx),
  );
  const { facts } = rows[0] as { facts: StandingFacts['inDoubt'] };
  return { openOrders: null, inDoubt: facts, giftCardsOutstanding: null };
}
