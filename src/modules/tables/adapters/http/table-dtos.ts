import { moneyDto, type MoneyDto, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { DiningTable } from '../../domain/dining-table.js';
import type { SeatedOrder } from '../../ports/seated-orders.js';
import type { ListedTable } from '../../ports/table-views.js';

/**
 * Not only blanks; those around it are taken off.
 * @minLength 1
 * @maxLength 20
 * @example "7"
 */
export type DiningTableName = string;

/**
 * Not only blanks; those around it are taken off.
 * @minLength 1
 * @maxLength 50
 * @example "Terrace"
 */
export type DiningTableArea = string;

/**
 * @isInt must be an integer
 * @minimum 1
 * @maximum 99
 * @example 4
 */
export type DiningTableSeats = number;

/**
 * @isInt must be an integer
 * @minimum 0
 * @maximum 9999
 * @example 10
 */
export type DiningTablePosition = number;

/** What a list of tables can show beside them. */
export type TableExpansion = 'orders';

/** A table that is to be. */
export interface CreateTableRequest {
  id?: Uuid;
  outletId: Uuid;
  /** No other active table of the outlet has it, whatever the case of its letters. */
  name: DiningTableName;
  /** The part of the outlet that it stands in; none when absent. */
  area?: DiningTableArea | null;
  seats: DiningTableSeats;
  /** Where it comes in lists; tables of the same position come by name. 0 when absent. */
  position?: DiningTablePosition;
}

/** What is absent stays as it is. */
export interface ChangeTableRequest {
  name?: DiningTableName;
  area?: DiningTableArea | null;
  seats?: DiningTableSeats;
  position?: DiningTablePosition;
  /** False retires it, true takes it back. */
  active?: boolean;
}

/** A table that guests are seated at. */
export interface TableResponse {
  id: Uuid;
  outletId: Uuid;
  name: string;
  area: string | null;
  /** @isInt */
  seats: number;
  /** @isInt */
  position: number;
  active: boolean;
  createdAt: Timestamp;
  /** @isInt */
  version: number;
}

/** An order that is open or held. */
export interface TableOrder {
  id: Uuid;
  number: string;
  status: 'open' | 'held';
  total: MoneyDto;
  due: MoneyDto;
  placedAt: Timestamp;
  cashierId: string;
}

/** A table, and the orders at it where they were asked for. */
export interface ListedTableResponse extends TableResponse {
  /** Open and held orders, oldest first, at most 50; absent without `expand=orders`. */
  orders?: TableOrder[];
}

/** Shows a table. */
export function toTableResponse(table: DiningTable): TableResponse {
  return { ...table, createdAt: table.createdAt.toISOString() };
}

/** Shows a table in a list. */
export function toListedTable({ table, orders }: ListedTable): ListedTableResponse {
  return { ...toTableResponse(table), ...(orders !== undefined && { orders: orders.map(toTableOrder) }) };
}

function toTableOrder({ id, number, status, total, due, placedAt, cashierId }: SeatedOrder): TableOrder {
  return {
    ...{ id, number, status, total: moneyDto(total), due: moneyDto(due) },
    ...{ placedAt: placedAt.toISOString(), cashierId },
  };
}
