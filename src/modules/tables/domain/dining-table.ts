import type { Id, OutletId } from '../../../kernel/ids.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import type { TableRefusal } from './table-refusal.js';

export type TableId = Id<'table'>;

/** A table that guests are seated at. */
export interface DiningTable {
  readonly id: TableId;
  readonly outletId: OutletId;
  /** What people call it; no two active tables of an outlet go by the same, whatever the case of its letters. */
  readonly name: string;
  /** The part of the outlet that it stands in; `null` where there are no parts. */
  readonly area: string | null;
  readonly seats: number;
  /** Where it comes in lists; tables of the same position come by name. */
  readonly position: number;
  /** False: it was retired. Orders that name it keep its id. */
  readonly active: boolean;
  readonly version: number;
  readonly createdAt: Date;
}

export type TableDraft = Pick<DiningTable, 'id' | 'outletId' | 'name' | 'area' | 'seats' | 'position'>;
export type TableChanges = Partial<Pick<DiningTable, 'name' | 'area' | 'seats' | 'position' | 'active'>>;

const NAME_MAX = 20;
const AREA_MAX = 50;
const SEATS_MAX = 99;
const POSITION_MAX = 9999;

/** A new table, its texts without blanks around them. @throws Refusal `table_invalid`, with a pointer for each bad place. */
export function newTable(draft: TableDraft, createdAt: Date): DiningTable {
  return checked({ ...draft, active: true, version: 1, createdAt });
}

/**
 * Changes a table, retires it or takes it back.
 * @param occupied whether open or held orders are at it.
 * @throws Refusal `table_invalid`; `table_occupied`: it cannot be retired.
 */
export function changeTable(table: DiningTable, changes: TableChanges, occupied: boolean): DiningTable {
  if (changes.active === false && occupied) throw new Refusal<TableRefusal>('table_occupied', { tableId: table.id });
  return checked({ ...table, ...changes, version: table.version + 1 });
}

function checked(table: DiningTable): DiningTable {
  const name = table.name.trim();
  const area = table.area === null ? null : table.area.trim();
  const fields: RefusedField[] = [];
  if (!fits(name.length, 1, NAME_MAX)) fields.push(place('name', `must have 1 to ${NAME_MAX} characters`));
  if (area !== null && !fits(area.length, 1, AREA_MAX))
    fields.push(place('area', `must have 1 to ${AREA_MAX} characters, or be null`));
  if (!fits(table.seats, 1, SEATS_MAX)) fields.push(place('seats', `must be an integer from 1 to ${SEATS_MAX}`));
  if (!fits(table.position, 0, POSITION_MAX))
    fields.push(place('position', `must be an integer from 0 to ${POSITION_MAX}`));
  if (fields.length > 0) throw new Refusal<TableRefusal>('table_invalid', {}, fields);
  return { ...table, name, area };
}

function fits(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function place(member: string, message: string): RefusedField {
  return { pointer: `/${member}`, message };
}
