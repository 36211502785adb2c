import type { ProviderNotice } from '../../../src/modules/tendering/ports/payment-provider.js';
import type { World } from './payment-world.js';
import type { LedgerLine } from './provider-double.js';

interface ChargeRow {
  readonly payment_id: string;
  readonly status: string;
  readonly book: string | null;
  readonly captures: number;
  readonly taken: number;
  readonly stray: number;
}

interface RefundRow {
  readonly id: string;
  readonly status: string;
}

interface OrderRow {
  readonly id: string;
  readonly status: string;
  readonly total: number;
  readonly kept: number;
  readonly cards: number;
  readonly refunded: number;
  readonly sent_back: number;
}

const CHARGES = `
  select c.payment_id, c.status, p.status as book,
         (select count(*) from events e where e.aggregate_id = c.order_id and e.type = 'pos.order.payment_captured'
             and e.data #>> '{payment,id}' = c.payment_id::text)::int as captures,
         (case when p.status in ('captured', 'refunded', 'charged_back') then p.amount else 0 end)::int as taken,
         (select coalesce(sum(u.amount), 0) from unallocated_payments u where u.payment_id = c.payment_id)::int as stray
    from payment_charges c left join pos_payments p on p.id = c.payment_id where c.order_id = any($1::uuid[])`;

const ORDERS = `
  select o.id, o.status, o.total::int as total, (o.paid - o.change_given)::int as kept,
         (select count(*) from pos_payments p where p.order_id = o.id and p.provider is not null)::int as cards,
         (select coalesce(sum(p.refunded), 0) from pos_payments p where p.order_id = o.id and p.provider is not null)::int as refunded,
         (select coalesce(sum(f.amount), 0) from provider_refunds f where f.order_id = o.id)::int as sent_back
    from pos_orders o where o.id = any($1::uuid[])`;

const UNDER_WAY = `
  select (select count(*) from payment_charges where order_id = any($1::uuid[])
             and (settled_at is null or next_try_at is not null)
             and not (unknown_since is not null and ('charge-' || payment_id) = any($2::text[])))
       + (select count(*) from provider_refunds where order_id = any($1::uuid[]) and settled_at is null
             and not (status = 'unknown' and ('refund-' || id) = any($2::text[]))) as open`;

/** Whether anything of these orders is still to end, but what the provider will never tell. */
export async function isUnderWay(
  world: World,
  orders: readonly string[],
  ledger: ReadonlyMap<string, LedgerLine>,
): Promise<boolean> {
  const silent = [...ledger.values()].filter(({ state }) => state === 'silent').map(({ key }) => key);
  const [row] = await world.rows<{ open: number }>(UNDER_WAY, [orders, silent]);
  return Number(row?.open) > 0;
}

/** @param asked how many payments by card were asked for, by order. @returns what two ledgers do not agree about. */
export async function disagreements(
  world: World,
  asked: ReadonlyMap<string, number>,
  ledger: ReadonlyMap<string, LedgerLine>,
): Promise<string[]> {
  const ids = [[...asked.keys()]];
  const [charges, refunds, orders] = [
    await world.rows<ChargeRow>(CHARGES, ids),
    await world.rows<RefundRow>('select id, status from provider_refunds where order_id = any($1::uuid[])', ids),
    await world.rows<OrderRow>(ORDERS, ids),
  ];
  const ours = new Set([
    ...charges.map((row) => `charge-${row.payment_id}`),
    ...refunds.map(({ id }) => `refund-${id}`),
  ]);
  return [
    ...charges.flatMap((row) => about(row.payment_id, ofCharge(row, ledger.get(`charge-${row.payment_id}`)))),
    ...refunds.flatMap(({ id, status }) => about(id, ofRefund(status, ledger.get(`refund-${id}`)))),
    ...orders.flatMap((row) => about(row.id, ofOrder(row, asked.get(row.id) ?? 0))),
    ...[...ledger.keys()].filter((key) => !ours.has(key)).map((key) => `${key}: there, and not here`),
  ];
}

/** What the provider tells by itself of something that it knows. */
export function noticeOf({ key, kind, state, reference, amount }: LedgerLine, at: Date): ProviderNotice {
  const moved = kind === 'charge' ? 'captured' : 'done';
  return {
    ...{ provider: 'double', noticeId: null, key, reference, about: kind, amount, reason: null, trusted: true },
    ...{ outcome: state === 'captured' ? moved : 'failed', payerHint: null, at },
  };
}

function about(subject: string, problems: readonly string[]): string[] {
  return problems.map((problem) => `${subject}: ${problem}`);
}

function ofCharge({ status, book, captures, taken, stray }: ChargeRow, line: LedgerLine | undefined): string[] {
  const money = line === undefined ? 0 : line.moved * line.amount.amount;
  const problems: string[] = [];
  if (book === null) problems.push('no payment of the order');
  if (captures > 1) problems.push('the order took it twice');
  if (line?.state === 'silent') {
    if (status !== 'unknown' && status !== 'cancelling') problems.push(`silent there, ${status} here`);
    return problems;
  }
  if (money !== taken + stray) problems.push(`${money} there, ${taken} with the order and ${stray} unallocated here`);
  if (money > 0 !== (status === 'captured')) problems.push(`${line?.state ?? 'nothing'} there, ${status} here`);
  if (taken > 0 !== captures > 0) problems.push(`the order has ${taken} of it, and took it ${captures} times`);
  return problems;
}

function ofRefund(status: string, line: LedgerLine | undefined): string[] {
  if (line?.state === 'silent') return status === 'unknown' ? [] : [`silent there, ${status} here`];
  return (line?.moved === 1) === (status === 'done') ? [] : [`${line?.state ?? 'nothing'} there, ${status} here`];
}

function ofOrder({ status, total, kept, cards, refunded, sent_back: sentBack }: OrderRow, asked: number): string[] {
  const problems: string[] = [];
  if (kept > total) problems.push(`${kept} was paid of ${total}`);
  if (status === 'completed' && kept !== total) problems.push(`settled with ${kept} of ${total}`);
  if (cards > asked) problems.push(`${cards} payments by card, ${asked} were asked for`);
  if (refunded !== sentBack) problems.push(`${refunded} is to go back, the provider was to give ${sentBack}`);
  return problems;
}
