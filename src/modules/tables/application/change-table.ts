import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { changeTable, type DiningTable, type TableChanges, type TableId } from '../domain/dining-table.js';
import { tableChanged } from '../domain/table-events.js';
import type { TableRefusal } from '../domain/table-refusal.js';
import type { SeatedOrders } from '../ports/seated-orders.js';
import type { TableRepository } from '../ports/table-repository.js';
import type { TextScreen } from '../ports/text-screen.js';

/** Changes a table, retires it or takes it back. */
export class ChangeTable {
  constructor(
    private readonly transactor: Transactor,
    private readonly tables: TableRepository,
    private readonly seated: SeatedOrders,
    private readonly outbox: Outbox,
    private readonly screen: TextScreen,
  ) {}

  /**
   * @throws Refusal `table_not_found`, `table_occupied`, `table_name_taken`, `table_invalid`, `version_mismatch`,
   * `card_data_not_allowed`.
   */
  execute(context: RequestContext, tableId: TableId, changes: TableChanges, expected?: number): Promise<DiningTable> {
    if (changes.name !== undefined) this.screen(changes.name, '/name');
    if (changes.area != null) this.screen(changes.area, '/area');
    return this.transactor.run(context, async (tx) => {
      const before = await this.tables.get(tx, tableId);
      if (!mayActFor(context.principal, before.outletId))
        throw new Refusal<TableRefusal>('table_not_found', { tableId });
      if (expected !== undefined && expected !== before.version)
        throw new Refusal('version_mismatch', { currentVersion: before.version });
      const table = changeTable(before, changes, (await this.seated.at(tx, [before])).size > 0);
      await this.tables.save(tx, table);
      this.outbox.append(tx, [tableChanged(table, before)]);
      return table;
    });
  }
}
