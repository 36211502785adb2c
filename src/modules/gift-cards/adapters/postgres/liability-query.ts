import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { LiabilityFact, LiabilityQuestion } from '../../domain/liability.js';
import type { GiftCardTables } from './gift-card-rows.js';

interface FactRow extends Omit<LiabilityFact, 'amount'> {
  /** Text: the sum over all cards may be larger than a number is exact. */
  readonly amount: string;
}

/**
 * Sums the ledger in one statement, never the balances of now: so any moment of the past is told as it was. A card belongs to
 * the outlet that owes what is on it, wherever it was used, so that what came and went adds up to what is open.
 */
export async function liabilityFacts(tx: Tx, question: LiabilityQuestion): Promise<LiabilityFact[]> {
  const { at, from, outletIds } = question;
  const { rows } = await sql<FactRow>`
    with entries as (
      select c.id, c.currency, c.kind as card_kind, t.kind, t.amount, t.occurred_at >= ${from ?? '-infinity'}::timestamptz as inside
        from gift_card_transactions t join gift_cards c on c.id = t.card_id and c.tenant_id = t.tenant_id
       where t.occurred_at < ${at} and (${outletIds}::uuid[] is null or c.outlet_id = any(${outletIds}::uuid[]))),
    balances as (select currency, card_kind, id, sum(amount) as balance from entries group by currency, card_kind, id)
    select currency, card_kind as kind, kind as figure, count(*)::int as cards, sum(amount)::text as amount
      from entries where inside group by currency, card_kind, entries.kind
    union all
    select currency, card_kind, 'opening', 0, sum(amount)::text from entries where not inside group by currency, card_kind
    union all
    select currency, card_kind, 'open', (count(*) filter (where balance > 0))::int, sum(balance)::text
      from balances group by currency, card_kind
  `.execute(transactionOf<GiftCardTables>(tx));
  return rows.map(({ amount, ...fact }) => ({ ...fact, amount: BigInt(amount) }));
}
