import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { RelayedEntry } from '../../domain/relayed-entry.js';
import type { Manifest } from '../../ports/cloud.js';

export interface HubTableDto {
  table: string;
  /** Another one where its contents are others. */
  digest: string;
}

/** Numbers, both inclusive. */
export interface HubRangeDto {
  /** @isInt */
  from: number;
  /** @isInt */
  to: number;
}

/** A public key as JWK. */
export interface HubKeyDto {
  kty: string;
  crv: string;
  x: string;
  y?: string;
}

export interface HubDeviceHeadDto {
  deviceId: Uuid;
  /**
   * The highest number that has come.
   * @isInt
   */
  highest: number;
  /** Below it. */
  missing: HubRangeDto[];
  key: HubKeyDto | null;
  /**
   * Where a hub begins that has none of them: entries of the last seven days.
   * @isInt
   */
  first: number;
  /** Hash of the entry before that. */
  firstPreviousHash: string;
}

export interface HubManifestResponse {
  tables: HubTableDto[];
  devices: HubDeviceHeadDto[];
}

export interface HubRowsResponse {
  /** JSON, a row each. */
  rows: string[];
  /** `after` of the next page; null: that was all. */
  next: string | null;
}

export interface HubEntryPersonDto {
  personId: Uuid;
  sessionId: Uuid | null;
}

/** An entry as the device sealed it. */
export interface HubEntryDto {
  id: Uuid;
  /** @isInt */
  sequence: number;
  at: Timestamp;
  kind: string;
  body: { [member: string]: unknown };
  actor: HubEntryPersonDto;
  approver: HubEntryPersonDto | null;
  dependsOn: Uuid[];
  previousHash: string;
  hash: string;
  signature: string;
}

export interface HubEntriesResponse {
  entries: HubEntryDto[];
}

/** Shows how everything stands. */
export function toManifestResponse({ tables, devices }: Manifest): HubManifestResponse {
  return {
    tables: tables.map(({ table, digest }) => ({ table, digest })),
    devices: devices.map(({ deviceId, highest, missing, key, first, firstPreviousHash }) => ({
      ...{ deviceId, highest, missing: [...missing], key: key && { ...key }, first, firstPreviousHash },
    })),
  };
}

/** Shows entries. */
export function toEntriesResponse(entries: readonly RelayedEntry[]): HubEntriesResponse {
  return {
    entries: entries.map(({ body, actor, approver, dependsOn, ...entry }) => ({
      ...entry,
      ...{ body: { ...body }, actor: { ...actor }, approver: approver && { ...approver }, dependsOn: [...dependsOn] },
    })),
  };
}
