/** The front door of devices: what is linked to the business. */
export { DevicesFacade, type DeviceId, type KnownDevice } from './application/devices-facade.js';
export { DeviceCopies, type DeviceReceipts, type SharedSettings } from './application/device-copies.js';
export { DeviceSyncs } from './application/device-syncs.js';
export { DEVICE_KINDS, type DeviceKind } from './domain/device-kind.js';
export type { DeviceSettingEvent, DeviceSettingEvents } from './domain/branding.js';
export type { DeviceEvent, DeviceEvents } from './domain/device-events.js';
export type { LinkEvent, LinkEvents } from './domain/link-events.js';
