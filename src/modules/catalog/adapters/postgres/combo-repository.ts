import type { Tx } from '../../../../kernel/transaction.js';
import { raiseRevision } from '../../../../platform/postgres/revisions.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { Combo, ComboDefinition } from '../../domain/combo.js';
import type { ItemId } from '../../domain/item.js';
import type { ComboRepository } from '../../ports/combo-repository.js';

interface ComboRow {
  definition: ComboDefinition | null;
  version: number;
}

const FIND = 'select definition, version from catalog_combos where item_id = $1';
const SAVE = `insert into catalog_combos (tenant_id, item_id, definition, version) values ($1, $2, $3, $4)
  on conflict (tenant_id, item_id) do update set definition = excluded.definition, version = excluded.version, updated_at = now()`;

/** Combos in PostgreSQL. */
export class PostgresComboRepository implements ComboRepository {
  find(tx: Tx, itemId: ItemId): Promise<Combo> {
    return findCombo(tx, itemId);
  }

  async save(tx: Tx, { itemId, definition, version }: Combo): Promise<void> {
    const text = definition === null ? null : JSON.stringify(definition);
    await runPrepared(tx, 'combo_save', SAVE, [tenantOf(tx), itemId, text, version]);
    await raiseRevision(tx, 'pricing');
  }
}

/** The combo of an item; of version 0 where there never was one. The column keeps the text that was written, members in order. */
export async function findCombo(tx: Tx, itemId: string): Promise<Combo> {
  const [row] = await runPrepared<ComboRow>(tx, 'combo', FIND, [itemId]);
  return { itemId: itemId as ItemId, definition: row?.definition ?? null, version: row?.version ?? 0 };
}
