import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { InsertShape } from '../../../../platform/postgres/deferred-inserts.js';
import { appendRows, contextOf, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { CardDecision } from '../../domain/card-ledger.js';
import type { GiftCard, GiftCardId, GiftCardRefusal } from '../../domain/gift-card.js';
import type { CodeHash } from '../../ports/card-secrets.js';
import type { GiftCardRepository, NewCard } from '../../ports/gift-card-repository.js';
import {
  changesOf,
  fromMovement,
  MOVEMENT_SHOWN,
  SHOWN,
  toCard,
  type CardRow,
  type GiftCardTables,
  type MovementRow,
} from './gift-card-rows.js';

/** `code_hash` as `\x` and hexadecimal: how JSON carries bytea. */
type NewCardRow = CardRow & { tenant_id: string; code_hash: string; code_key: string; created_by: string };
type NewMovementRow = MovementRow & { tenant_id: string };

const CARDS: InsertShape<NewCardRow> = {
  table: 'gift_cards',
  columns: ['tenant_id', ...SHOWN, 'code_hash', 'code_key', 'created_by'],
  onDuplicate: { gift_cards_code_key: () => new Refusal<GiftCardRefusal>('gift_card_code_taken') },
};
const MOVEMENTS: InsertShape<NewMovementRow> = {
  table: 'gift_card_transactions',
  columns: ['tenant_id', ...MOVEMENT_SHOWN],
};

/** Cards and their ledgers in PostgreSQL. */
export class PostgresGiftCardRepository implements GiftCardRepository {
  async get(tx: Tx, id: GiftCardId): Promise<GiftCard> {
    const card = (await this.lock(tx, [id])).get(id);
    if (card === undefined) throw new Refusal<GiftCardRefusal>('gift_card_not_found', { cardId: id });
    return card;
  }

  async lock(tx: Tx, ids: readonly GiftCardId[]): Promise<ReadonlyMap<GiftCardId, GiftCard>> {
    if (ids.length === 0) return new Map();
    const rows = await transactionOf<GiftCardTables>(tx)
      .selectFrom('gift_cards')
      .select(SHOWN)
      .where('id', 'in', ids)
      .orderBy('id')
      .forUpdate()
      .execute();
    return new Map(rows.map((row) => [row.id as GiftCardId, toCard(row)]));
  }

  async byCode(tx: Tx, hashes: readonly [CodeHash, ...CodeHash[]]): Promise<GiftCard | undefined> {
    const row = await transactionOf<GiftCardTables>(tx)
      .selectFrom('gift_cards')
      .select([...SHOWN, 'code_key'])
      .where('code_hash', 'in', hashes.map(bytesOf))
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const [present] = hashes;
    if (row.code_key !== present.key) {
      await transactionOf<GiftCardTables>(tx)
        .updateTable('gift_cards')
        .set({ code_hash: bytesOf(present), code_key: present.key })
        .where('id', '=', row.id)
        .execute();
    }
    return toCard(row);
  }

  async taken(tx: Tx, hashes: readonly CodeHash[]): Promise<ReadonlySet<string>> {
    if (hashes.length === 0) return new Set();
    const rows = await transactionOf<GiftCardTables>(tx)
      .selectFrom('gift_cards')
      .select('code_hash')
      .where('code_hash', 'in', hashes.map(bytesOf))
      .execute();
    return new Set(rows.map(({ code_hash: hash }) => hash.toString('hex')));
  }

  add(tx: Tx, cards: readonly NewCard[]): void {
    const [tenantId, actor] = [tenantOf(tx), actorOf(tx)];
    const rows = cards.map(({ decision: { state }, hash }): NewCardRow => {
      const { id, kind, last4, singleUse, issuedAt, customerId } = state;
      return {
        ...{ tenant_id: tenantId, id, kind, last4, currency: state.balance.currency, single_use: singleUse },
        ...{ issued_at: issuedAt, customer_id: customerId, created_by: actor },
        ...{ code_hash: `\\x${hash.hash}`, code_key: hash.key },
        ...changesOf(state),
      };
    });
    appendRows(tx, CARDS, rows);
    for (const { decision } of cards) appendRows(tx, MOVEMENTS, movementRows(tx, decision));
  }

  async save(tx: Tx, decision: CardDecision): Promise<void> {
    const { state, events, movements } = decision;
    const { numUpdatedRows } = await transactionOf<GiftCardTables>(tx)
      .updateTable('gift_cards')
      .set(changesOf(state))
      .where('id', '=', state.id)
      .where('version', '=', state.version - events.length)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} gift cards instead of one`);
    if (movements.length === 0) return;
    // At once, not with the commit: what this transaction asks the ledger next must find them.
    await transactionOf<GiftCardTables>(tx)
      .insertInto('gift_card_transactions')
      .values(movementRows(tx, decision))
      .execute();
  }
}

function movementRows(tx: Tx, { state, movements }: CardDecision): NewMovementRow[] {
  const [tenantId, actor] = [tenantOf(tx), actorOf(tx)];
  return movements.map((movement) => ({ tenant_id: tenantId, ...fromMovement(state.id, movement, actor) }));
}

function actorOf(tx: Tx): string {
  const { principal } = contextOf(tx);
  return `${principal.kind}:${principal.id}`;
}

function bytesOf({ hash }: CodeHash): Buffer {
  return Buffer.from(hash, 'hex');
}
