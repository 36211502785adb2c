import type { ProblemTable } from '../../../../platform/http/problem.js';
import type { ImportRefusal } from '../../domain/catalog-import.js';
import type { ItemRefusal } from '../../domain/item.js';

/** How the refusals of this module look to a caller. */
export const catalogProblems: ProblemTable<ItemRefusal | ImportRefusal> = {
  item_not_found: {
    status: 404,
    title: 'There is no such item',
    detail: 'Check the id; items are found by SKU or barcode with GET …/catalog/items.',
  },
  item_invalid: {
    status: 422,
    title: 'An item cannot be like that',
    detail: 'errors[] names each bad place.',
    howToProvoke: 'Add an item with a blank name.',
  },
  item_deleted: {
    status: 409,
    title: 'The item is deleted',
    detail: ({ sku }) => `Bring ${String(sku)} back with POST …/restore first.`,
    howToProvoke: 'Delete an item and PATCH it.',
  },
  item_id_taken: {
    status: 409,
    title: 'The id belongs to another item',
    detail: 'Make a fresh UUIDv7 for a new item, or change the one that is there with PATCH.',
  },
  sku_taken: {
    status: 409,
    title: 'Another item has this SKU',
    detail: ({ sku }) => `Change the item ${String(sku)}, restore it where it is deleted, or choose another SKU.`,
  },
  barcode_taken: {
    status: 409,
    title: 'Another item has this barcode',
    detail: ({ barcode }) => `Take the barcode ${String(barcode)} from the other item first.`,
  },
  plu_taken: {
    status: 409,
    title: 'Another item has this PLU',
    detail: ({ plu }) => `Take the PLU ${String(plu)} from the other item first.`,
    howToProvoke: 'Add two items with the PLU 4011.',
  },
  import_not_found: {
    status: 404,
    title: 'There is no such import',
    detail: 'Check the id; GET …/catalog/imports lists all.',
  },
  import_running: {
    status: 409,
    title: 'Another import of this business is running',
    detail: 'Wait until it has ended, then send the file again with a fresh Idempotency-Key.',
    howToProvoke: 'Send two large files at once.',
  },
};
