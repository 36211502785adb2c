/** The front door of offline sync: what devices did without a network. */
export type { SyncConflictEvent, SyncConflictEvents, SyncDeviceEvent, SyncDeviceEvents } from './domain/sync-events.js';
export type { BatchCommand, BatchReport, BatchResult } from './application/batch-report.js';
export { TakeBatch } from './application/take-batch.js';
export type { EntryKind, EntryPerson, JsonObject, SyncEntry } from './domain/entry.js';
