import type { OutletId } from '../../../../kernel/ids.js';
import type { DiningTable, TableId } from '../../domain/dining-table.js';

/** The table of this module, for kysely. */
export interface TableTables {
  dining_tables: TableRow & { tenant_id: string };
}

export interface TableRow {
  id: string;
  outlet_id: string;
  name: string;
  area: string | null;
  seats: number;
  position: number;
  active: boolean;
  version: number;
  created_at: Date;
}

/** The table that a row tells of. */
export function toTable({ id, outlet_id: outletId, created_at: createdAt, ...row }: TableRow): DiningTable {
  const { name, area, seats, position, active, version } = row;
  return {
    ...{ id: id as TableId, outletId: outletId as OutletId, name, area, seats, position, active, version, createdAt },
  };
}

/** The row of a table. */
export function fromTable({ outletId, createdAt, ...table }: DiningTable): TableRow {
  const { id, name, area, seats, position, active, version } = table;
  return { id, outlet_id: outletId, name, area, seats, position, active, version, created_at: createdAt };
}
