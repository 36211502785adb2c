import type { Id, OutletId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { DiningTable } from './dining-table.js';

/** A table as events show it. */
export interface TableSnapshot {
  readonly id: Id<'table'>;
  readonly outletId: OutletId;
  readonly name: string;
  readonly area: string | null;
  /** @asType integer */
  readonly seats: number;
  /** @asType integer */
  readonly position: number;
  readonly active: boolean;
  /** @asType integer */
  readonly version: number;
}

/** The data of what happens to tables, by type. */
export interface TableEvents {
  /** There is a new table. */
  'pos.table.created': { readonly table: TableSnapshot };
  /** A table was changed, retired or taken back. */
  'pos.table.changed': { readonly table: TableSnapshot; readonly before: TableSnapshot };
}

export type TableEvent = { [Type in keyof TableEvents]: DomainEvent<Type, TableEvents[Type]> }[keyof TableEvents];

/** The event of a table that is new. */
export function tableCreated(table: DiningTable): TableEvent {
  return { type: 'pos.table.created', ...placeOf(table), data: { table: snapshotOf(table) } };
}

/** The event of a table that was changed. */
export function tableChanged(table: DiningTable, before: DiningTable): TableEvent {
  const data = { table: snapshotOf(table), before: snapshotOf(before) };
  return { type: 'pos.table.changed', ...placeOf(table), data };
}

function snapshotOf({ id, outletId, name, area, seats, position, active, version }: DiningTable): TableSnapshot {
  return { id, outletId, name, area, seats, position, active, version };
}

function placeOf({ id, outletId, version }: DiningTable) {
  return { aggregate: 'tables', aggregateId: id, sequence: version, outletId };
}
