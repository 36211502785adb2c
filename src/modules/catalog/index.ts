export { CatalogFacade, type SellableItem } from './application/catalog-facade.js';
export { AddItem } from './application/add-item.js';
export { RunImport } from './application/run-import.js';
export { StartImport } from './application/start-import.js';
export type { CatalogImport, CatalogImported, ImportEvents, ImportId } from './domain/catalog-import.js';
export type { FileRow, RowTexts } from './domain/import-row.js';
export type { Item, ItemDetails, ItemEvent, ItemEvents, ItemId, ItemRefusal } from './domain/item.js';
