export { TableCopies } from './application/table-copies.js';
export type { TableEvent, TableEvents } from './domain/table-events.js';
