import { sql } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { GiftCard, GiftCardId, GiftCardRefusal } from '../../domain/gift-card.js';
import type { LiabilityFact, LiabilityQuestion } from '../../domain/liability.js';
import type { CodeHash } from '../../ports/card-secrets.js';
import type { CardQuery, GiftCardViews, RecordedMovement } from '../../ports/gift-card-views.js';
import { MOVEMENT_SHOWN, SHOWN, toCard, toMovement, type GiftCardTables } from './gift-card-rows.js';
import { liabilityFacts } from './liability-query.js';

/** Reads about cards; row security confines them to the tenant. */
export class PostgresGiftCardViews implements GiftCardViews {
  constructor(private readonly transactor: Transactor) {}

  card(context: RequestContext, id: GiftCardId): Promise<GiftCard> {
    return this.transactor.read(context, (tx) => one(tx, id));
  }

  byCode(context: RequestContext, hashes: readonly CodeHash[]): Promise<GiftCard | undefined> {
    return this.transactor.read(context, async (tx) => {
      const row = await transactionOf<GiftCardTables>(tx)
        .selectFrom('gift_cards')
        .select(SHOWN)
        .where(
          'code_hash',
          'in',
          hashes.map(({ hash }) => Buffer.from(hash, 'hex')),
        )
        .executeTakeFirst();
      return row && toCard(row);
    });
  }

  cards(context: RequestContext, query: CardQuery): Promise<readonly GiftCard[]> {
    return this.transactor.read(context, async (tx) => {
      const { status, kind, last4, customerId, expiringBefore, limit, after } = query;
      let select = transactionOf<GiftCardTables>(tx)
        .selectFrom('gift_cards')
        .select(SHOWN)
        .orderBy('issued_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (status !== undefined) select = select.where('status', '=', status);
      if (kind !== undefined) select = select.where('kind', '=', kind);
      if (last4 !== undefined) select = select.where('last4', '=', last4);
      if (customerId !== undefined) select = select.where('customer_id', '=', customerId);
      if (expiringBefore !== undefined)
        select = select
          .where('expires_at', '<', expiringBefore)
          .where('status', 'in', ['inactive', 'active', 'blocked']);
      if (after !== undefined)
        select = select.where(sql<boolean>`(issued_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
      return (await select.execute()).map(toCard);
    });
  }

  movements(
    context: RequestContext,
    id: GiftCardId,
    { limit, after }: { readonly limit: number; readonly after?: number },
  ): Promise<readonly RecordedMovement[]> {
    return this.transactor.read(context, async (tx) => {
      const { balance } = await one(tx, id);
      let select = transactionOf<GiftCardTables>(tx)
        .selectFrom('gift_card_transactions')
        .select(MOVEMENT_SHOWN)
        .where('card_id', '=', id)
        .orderBy('number', 'desc')
        .limit(limit + 1);
      if (after !== undefined) select = select.where('number', '<', after);
      return (await select.execute()).map((row) => toMovement(row, balance.currency));
    });
  }

  liability(context: RequestContext, question: LiabilityQuestion): Promise<readonly LiabilityFact[]> {
    return this.transactor.read(context, (tx) => liabilityFacts(tx, question));
  }
}

async function one(tx: Tx, id: GiftCardId): Promise<GiftCard> {
  const row = await transactionOf<GiftCardTables>(tx)
    .selectFrom('gift_cards')
    .select(SHOWN)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal<GiftCardRefusal>('gift_card_not_found', { cardId: id });
  return toCard(row);
}
