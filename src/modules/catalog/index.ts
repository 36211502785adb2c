export {
  CatalogFacade,
  type AvailabilityQuestion,
  type ChosenComponent,
  type ChosenModifier,
  type ModifierChoice,
  type SelectedCombo,
  type SelectedModifier,
  type SelectedPart,
  type SellableItem,
} from './application/catalog-facade.js';
export {
  CatalogCopies,
  type CatalogRowKind,
  type CatalogRows,
  type ChangedRow,
  type ChangePoint,
} from './application/catalog-copies.js';
export { AddItem } from './application/add-item.js';
export { RunImport } from './application/run-import.js';
export { StartImport } from './application/start-import.js';
export type { CatalogImport, CatalogImported, ImportEvents, ImportId } from './domain/catalog-import.js';
export type { CatalogSynced, SyncEvents } from './domain/catalog-sync.js';
export type { FileRow, RowTexts } from './domain/import-row.js';
export type { AvailabilityEvent, AvailabilityEvents, AvailabilityRefusal } from './domain/availability.js';
export type { LabelRulesEvent, LabelRulesEvents } from './domain/label-rules.js';
export type { Item, ItemEvent, ItemEvents, ItemId, ItemRefusal } from './domain/item.js';
export type { ItemDetails, ItemKind, NewItem, Variant } from './domain/item-details.js';
export type { ComboEvent, ComboEvents } from './domain/combo.js';
export type { AttachmentEvent, AttachmentEvents } from './domain/modifier-attachment.js';
export type { ModifierGroupEvent, ModifierGroupEvents } from './domain/modifier-group.js';
