export { PosClient, type ClientOptions, type Method, type Query, type RequestOptions } from './client/pos-client.js';
export type { PosAnswer } from './client/answers.js';
export type { Credential } from './client/credential.js';
export type { FollowOptions, PosEvent } from './client/event-stream.js';
export { PosProblem, PosUnreachable, type ProblemPlace } from './client/pos-problem.js';
export { RETRY_RULES, type RetryRules } from './client/retry-rules.js';
export type * from './contract/models.js';
export { CONTRACT_VERSION, type ServerAge } from './client/contract-version.js';
export { browserKeyStore } from './device/browser-key-store.js';
export {
  createDeviceKeys,
  secretSigner,
  type DeviceKeys,
  type DeviceKeyStore,
  type EntrySigner,
} from './device/device-keys.js';
export { Heartbeats, type HeartbeatParts } from './device/heartbeats.js';
export { credentialOf, linkDevice, readLinkAddress, type LinkedDevice, type LinkOptions } from './device/linking.js';
export { fetchConfiguration, rotateToken, sendHeartbeat, type DeviceState } from './device/own-device.js';
export { StorageUnavailable } from './device/storage-needed.js';
export { newId } from './encoding/new-id.js';
export { openIndexedDbStore } from './queue/indexeddb-store.js';
export { OfflineQueue, type MoreOfEntry, type QueueOptions } from './queue/offline-queue.js';
export type { QueueStatus } from './queue/queue-status.js';
export {
  EntryTooLarge,
  QueueFull,
  QueueUnavailable,
  type EntryFate,
  type EntryState,
  type QueuedEntry,
  type QueueStore,
  type SettledOrder,
} from './queue/queue-store.js';
export type { SyncTrigger } from './queue/sync-answer.js';
export {
  ENTRY_KINDS,
  type EntryKind,
  type EntryPerson,
  type JsonObject,
  type SyncEntry,
} from '../../src/modules/offline-sync/domain/entry.js';
