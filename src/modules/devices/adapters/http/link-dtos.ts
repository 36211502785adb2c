import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { LinkedDevice } from '../../application/activate-device.js';
import type { MadeLinkCode } from '../../application/make-link-code.js';
import { statusOfCode, type LinkCode } from '../../domain/link-code.js';
import type { ProvisioningBatch } from '../../domain/link-events.js';
import { toConfigurationResponse, type DeviceConfigurationResponse } from './configuration-dto.js';
import {
  toDeviceResponse,
  type AppVersion,
  type DeviceKindDto,
  type DeviceName,
  type DeviceResponse,
  type DeviceSerial,
} from './device-dtos.js';

export type LinkCodeStatusDto = 'open' | 'used' | 'withdrawn' | 'expired';

export interface MakeLinkCodeRequest {
  outletId: Uuid;
  kind: DeviceKindDto;
  name: DeviceName;
  /** Set: only the device that names it is linked. */
  serial?: DeviceSerial | null;
}

/** A code that links one device; its text is shown when it is made and never again. */
export interface LinkCodeResponse {
  id: Uuid;
  outletId: Uuid;
  kind: DeviceKindDto;
  name: string;
  serial: string | null;
  status: LinkCodeStatusDto;
  madeBy: string;
  madeAt: Timestamp;
  expiresAt: Timestamp;
  /** The device that it linked. */
  deviceId: Uuid | null;
}

/** A code just made. Null where the request was repeated: then make another. */
export interface MadeLinkCodeResponse extends LinkCodeResponse {
  /** To be typed: eight characters; case, spaces and the dash do not matter. */
  code: string | null;
  /** To be scanned: an address with the business and the code behind the `#`. */
  qr: string | null;
  /** The same as an SVG image. */
  qrSvg: string | null;
}

/** The public half of the device's key as a JWK: P-256 or Ed25519. The private half never leaves the device. */
export interface DevicePublicKey {
  kty: 'EC' | 'OKP';
  crv: 'P-256' | 'Ed25519';
  /**
   * @minLength 43
   * @maxLength 43
   */
  x: string;
  /**
   * @minLength 43
   * @maxLength 43
   */
  y?: string;
  /** What programs add to a JWK; not read. */
  alg?: string;
  use?: string;
  kid?: string;
  ext?: boolean;
  key_ops?: string[];
}

export interface ActivateDeviceRequest {
  /**
   * As somebody typed it, or as the scanned address has it.
   * @minLength 1
   * @maxLength 40
   */
  code: string;
  publicKey?: DevicePublicKey;
  /** `secret`: for a device that cannot keep a key, where the business allows it. Else it comes with `publicKey` and a proof. */
  binding?: 'key' | 'secret';
  serial?: DeviceSerial | null;
  /**
   * What the device finds out about its machine: the same each time, and another on another one.
   * @minLength 8
   * @maxLength 200
   */
  fingerprint: string;
  /**
   * @minLength 1
   * @maxLength 100
   * @example "Android 14"
   */
  platform: string;
  /**
   * @minLength 1
   * @maxLength 100
   * @example "Sunmi T2s"
   */
  model: string;
  appVersion: AppVersion;
}

/** A device just linked: token and secret are shown this once. */
export interface ActivatedDeviceResponse {
  device: DeviceResponse;
  token: string;
  /** Null: the device is bound by its key. Else it goes with each request, as header POS-Device-Secret. */
  secret: string | null;
  configuration: DeviceConfigurationResponse;
}

export interface ProvisionedDeviceRequest {
  serial: DeviceSerial;
  kind: DeviceKindDto;
  outletId: Uuid;
  name: DeviceName;
}

export interface ProvisionDevicesRequest {
  /**
   * @minItems 1
   * @maxItems 200
   */
  devices: ProvisionedDeviceRequest[];
  /**
   * How long the codes are good for; a day where it is absent.
   * @isInt must be an integer
   * @minimum 1
   * @maximum 168
   */
  hours?: number;
}

/** Codes made together. */
export interface ProvisioningBatchResponse {
  id: Uuid;
  /** @isInt */
  size: number;
  madeBy: string;
  madeAt: Timestamp;
  expiresAt: Timestamp;
  withdrawnAt: Timestamp | null;
}

export interface ProvisioningBatchDetails extends ProvisioningBatchResponse {
  devices: LinkCodeResponse[];
}

/** A batch just made; where the request was repeated, its codes are null. */
export interface MadeBatchResponse extends ProvisioningBatchResponse {
  devices: MadeLinkCodeResponse[];
}

/** Shows a code, never its text. */
export function toLinkCodeResponse(code: LinkCode, at: Date): LinkCodeResponse {
  const { id, outletId, kind, name, serial, madeBy, madeAt, expiresAt, deviceId } = code;
  return {
    ...{ id, outletId, kind, name, serial, status: statusOfCode(code, at) as LinkCodeStatusDto, madeBy },
    ...{ madeAt: madeAt.toISOString(), expiresAt: expiresAt.toISOString(), deviceId },
  };
}

/** How a code just made is shown; once. */
export interface CodeShown {
  readonly at: Date;
  readonly addressOf: (code: string) => string;
  readonly draw: (address: string) => string;
}

/** Shows a code just made. */
export function toMadeLinkCode({ linkCode, code }: MadeLinkCode, shown: CodeShown): MadeLinkCodeResponse {
  const qr = shown.addressOf(code);
  return { ...toLinkCodeResponse(linkCode, shown.at), code, qr, qrSvg: shown.draw(qr) };
}

/** Shows a code that was made before. */
export function toRepeatedLinkCode({ linkCode }: MadeLinkCode, at: Date): MadeLinkCodeResponse {
  return { ...toLinkCodeResponse(linkCode, at), code: null, qr: null, qrSvg: null };
}

/** Shows a batch. */
export function toBatchResponse(batch: ProvisioningBatch): ProvisioningBatchResponse {
  const { id, size, madeBy, madeAt, expiresAt, withdrawnAt } = batch;
  return {
    ...{ id, size, madeBy, madeAt: madeAt.toISOString(), expiresAt: expiresAt.toISOString() },
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}

/** Shows a device just linked. */
export function toActivated(linked: LinkedDevice): ActivatedDeviceResponse {
  const { device, token, secret, configuration, revision, nextReceipt: nextReceiptNumber } = linked;
  const { receiptSeries } = device;
  return {
    device: toDeviceResponse(device),
    token,
    secret,
    configuration: toConfigurationResponse(configuration, revision, { receiptSeries, nextReceiptNumber }),
  };
}
