import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { TableRefusal } from '../../domain/table-refusal.js';

/** How the refusals of this module look to a caller. */
export const tableProblems: ProblemTable<TableRefusal> = {
  table_not_found: {
    status: 404,
    title: 'There is no such table',
    detail: 'Check the id. A table of an outlet that the caller may not act for looks absent, too.',
  },
  table_id_taken: {
    status: 409,
    title: 'The id belongs to another table',
    detail: 'Make a fresh UUIDv7 for a new table, or change the one that is there with PATCH.',
  },
  table_name_taken: {
    status: 409,
    title: 'Another table of the outlet has this name',
    detail: 'Choose another one. The case of letters makes no difference; the name of a retired table is free.',
  },
  table_invalid: {
    status: 422,
    title: 'No table can be like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Name a table with nothing but blanks.',
  },
  table_occupied: {
    status: 409,
    title: 'Orders are at the table',
    detail: 'Complete or void its open and held orders first: GET …/tables?expand=orders lists them.',
    cause: 'A table is retired while an order that is open or held names it.',
    tellTheCashier: 'There is still an order at this table.',
    howToProvoke: 'Hold an order with the tableId of a table and PATCH the table with "active": false.',
  },
};
