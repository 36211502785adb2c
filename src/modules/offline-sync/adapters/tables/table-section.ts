import type { Tx } from '../../../../kernel/transaction.js';
import type { TableCopies } from '../../../tables/index.js';
import type { TableRecord } from '../../domain/snapshot.js';
import type { SyncPlace, WholeSource } from '../../ports/master-data.js';

/** The tables of the outlet that are not retired. */
export class TableSection implements WholeSource<'tables'> {
  readonly section = 'tables';
  readonly marks = ['places'] as const;

  constructor(private readonly copies: TableCopies) {}

  async read(tx: Tx, { outletId }: SyncPlace): Promise<readonly TableRecord[]> {
    const tables = await this.copies.tables(tx, outletId);
    return tables.map(({ id, name, area, seats, position }) => ({ id, name, area, seats, position }));
  }
}
