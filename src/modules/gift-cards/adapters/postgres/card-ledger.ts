import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { GiftCardId } from '../../domain/gift-card.js';
import type { CardLedger, PaymentOfCard, SaleOfCard } from '../../ports/gift-card-repository.js';
import type { GiftCardTables } from './gift-card-rows.js';

/** Asks the ledger by the orders that its entries belong to. */
export class PostgresCardLedger implements CardLedger {
  async cardOfPayment(tx: Tx, paymentId: string): Promise<GiftCardId | undefined> {
    const row = await transactionOf<GiftCardTables>(tx)
      .selectFrom('gift_card_transactions')
      .select('card_id')
      .where('payment_id', '=', paymentId)
      .where('kind', '=', 'redeem')
      .executeTakeFirst();
    return row?.card_id as GiftCardId | undefined;
  }

  async payment(tx: Tx, payment: Parameters<CardLedger['payment']>[1]): Promise<PaymentOfCard> {
    const { cardId, paymentId, refundId } = payment;
    const { rows } = await sql<PaymentOfCard>`
      select coalesce(-sum(amount) filter (where kind = 'redeem'), 0)::bigint as redeemed,
             coalesce(sum(amount) filter (where kind = 'refund'), 0)::bigint as refunded,
             coalesce(bool_or(kind = 'refund' and refund_id = ${refundId}), false) as "isDone"
        from gift_card_transactions
       where card_id = ${cardId} and payment_id = ${paymentId} and kind in ('redeem', 'refund')
    `.execute(transactionOf<GiftCardTables>(tx));
    return rows[0] as PaymentOfCard;
  }

  async sale(tx: Tx, line: Parameters<CardLedger['sale']>[1]): Promise<SaleOfCard> {
    const { orderId, lineId, cardId, refundId } = line;
    const { rows } = await sql<SaleOfCard>`
      select coalesce(sum(amount) filter (where kind in ('activate', 'reload')), 0)::bigint as sold,
             coalesce(-sum(amount) filter (where kind = 'reverse'), 0)::bigint as reversed,
             coalesce(bool_or(kind = 'activate'), false) as "wasFirst",
             coalesce(bool_or(kind = 'reverse' and refund_id = ${refundId}), false) as "isDone"
        from gift_card_transactions where order_id = ${orderId} and line_id = ${lineId} and card_id = ${cardId}
         and kind in ('activate', 'reload', 'reverse')
    `.execute(transactionOf<GiftCardTables>(tx));
    return rows[0] as SaleOfCard;
  }
}
