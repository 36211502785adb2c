import type { OutletId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { DeviceKind } from './device-kind.js';
import type { WholeNumber } from './device-events.js';
import type { BatchId, LinkCode } from './link-code.js';

/** A code as events show it: what it makes of a device, never its text. */
export interface LinkCodeSnapshot {
  readonly id: string;
  readonly outletId: OutletId;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly serial: string | null;
  /** @format date-time */
  readonly expiresAt: string;
}

/** Many codes made at once, as events show them. */
export interface ProvisioningBatchSnapshot {
  readonly id: string;
  readonly size: WholeNumber;
  readonly outletIds: readonly OutletId[];
  /** @format date-time */
  readonly expiresAt: string;
}

/** The data of events about linking, by their types. */
export interface LinkEvents {
  /** Somebody made a code that links a device. */
  'pos.device.link_code_made': { readonly linkCode: LinkCodeSnapshot };
  /** A code links nothing any more. */
  'pos.device.link_code_withdrawn': { readonly linkCode: LinkCodeSnapshot };
  /** Somebody made codes for many devices. */
  'pos.provisioning_batch.made': { readonly batch: ProvisioningBatchSnapshot };
  /** Its codes that were not used link nothing any more. */
  'pos.provisioning_batch.withdrawn': { readonly batch: ProvisioningBatchSnapshot; readonly codes: WholeNumber };
  /** So many wrong codes were tried that nothing is linked for a while. */
  'pos.device.linking_closed': {
    readonly wrong: WholeNumber;
    /** @format date-time */
    readonly until: string;
  };
}

export type LinkEvent = { [Type in keyof LinkEvents]: DomainEvent<Type, LinkEvents[Type]> }[keyof LinkEvents];

/** The event of a code's beginning or end. */
export function linkCodeEvent(
  type: 'pos.device.link_code_made' | 'pos.device.link_code_withdrawn',
  { id, outletId, kind, name, serial, expiresAt }: LinkCode,
): LinkEvent {
  const linkCode = { id, outletId, kind, name, serial, expiresAt: expiresAt.toISOString() };
  const sequence = type === 'pos.device.link_code_made' ? 1 : 2;
  return { type, aggregate: 'device_link_codes', aggregateId: id, sequence, outletId, data: { linkCode } };
}

/** Codes that were made together. */
export interface ProvisioningBatch {
  readonly id: BatchId;
  readonly size: number;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly withdrawnAt: Date | null;
}

/** The event of a batch's beginning. @param outletIds where its devices are to be. */
export function batchMade(batch: ProvisioningBatch, outletIds: readonly OutletId[]): LinkEvent {
  const data = { batch: batchSnapshot(batch, outletIds) };
  return { type: 'pos.provisioning_batch.made', ...placeOf(batch), sequence: 1, outletId: null, data };
}

/** The event of a batch's end. @param codes how many were still open. */
export function batchWithdrawn(batch: ProvisioningBatch, outletIds: readonly OutletId[], codes: number): LinkEvent {
  const data = { batch: batchSnapshot(batch, outletIds), codes };
  return { type: 'pos.provisioning_batch.withdrawn', ...placeOf(batch), sequence: 2, outletId: null, data };
}

/** The event of too many wrong codes. @param sequence how often that has happened to the business. */
export function linkingClosed(tenantId: string, wrong: number, until: Date, sequence: number): LinkEvent {
  const data = { wrong, until: until.toISOString() };
  return {
    ...{ type: 'pos.device.linking_closed', aggregate: 'device_linking', aggregateId: tenantId },
    ...{ sequence, outletId: null, data },
  };
}

function placeOf({ id }: ProvisioningBatch): { aggregate: string; aggregateId: string } {
  return { aggregate: 'provisioning_batches', aggregateId: id };
}

function batchSnapshot(
  { id, size, expiresAt }: ProvisioningBatch,
  outletIds: readonly OutletId[],
): ProvisioningBatchSnapshot {
  return { id, size, outletIds, expiresAt: expiresAt.toISOString() };
}
