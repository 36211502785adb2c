import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { newTable, type DiningTable, type TableDraft } from '../domain/dining-table.js';
import { tableCreated } from '../domain/table-events.js';
import type { KnownOutlets, TableOutlets } from '../ports/table-outlets.js';
import type { TableRepository } from '../ports/table-repository.js';
import type { TextScreen } from '../ports/text-screen.js';

/** Says that an outlet has a table. */
export class CreateTable {
  constructor(
    private readonly transactor: Transactor,
    private readonly tables: TableRepository,
    private readonly outlets: TableOutlets,
    private readonly outbox: Outbox,
    private readonly screen: TextScreen,
    private readonly known: KnownOutlets,
  ) {}

  /** @throws Refusal `outlet_not_found`, `table_id_taken`, `table_name_taken`, `table_invalid`, `card_data_not_allowed`. */
  async execute(context: RequestContext, draft: TableDraft): Promise<DiningTable> {
    const { outletId } = draft;
    this.screen(draft.name, '/name');
    if (draft.area !== null) this.screen(draft.area, '/area');
    await this.known.ensure(context, outletId);
    return this.transactor.run(context, async (tx) => {
      if (!mayActFor(context.principal, outletId) || !(await this.outlets.exists(tx, outletId)))
        throw new Refusal('outlet_not_found', { outletId });
      const table = newTable(draft, context.at);
      await this.tables.add(tx, table);
      this.outbox.append(tx, [tableCreated(table)]);
      return table;
    });
  }
}
