import type { Id, OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { DeviceKind } from './device-kind.js';
import type { DeviceRefusal } from './device.js';

export type LinkCodeId = Id<'link-code'>;
export type BatchId = Id<'provisioning-batch'>;

/** What a device is to become that is linked with a code. */
export interface LinkWish {
  readonly outletId: OutletId;
  readonly kind: DeviceKind;
  readonly name: string;
  /** Set: only the device that names it. */
  readonly serial: string | null;
}

/** A code that links one device. Its text is shown once and not kept. */
export interface LinkCode extends LinkWish {
  readonly id: LinkCodeId;
  readonly batchId: BatchId | null;
  readonly status: 'open' | 'used' | 'withdrawn';
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly deviceId: Id<'device'> | null;
}

/** How long a code is good for that somebody types or scans. */
export const LINK_CODE_MINUTES = 10;
/** Codes that may be open at once, and of batches. */
export const OPEN_CODES_MAX = 100;
export const OPEN_BATCH_CODES_MAX = 1_000;
export const BATCH_MAX = 200;
/** Longest that the codes of a batch are good for. */
export const BATCH_HOURS_MAX = 168;

/** So many wrong codes within so long close linking until the time is over. With 40 random bits nobody guesses one before. */
export const WRONG_CODES_MAX = 20;
export const WRONG_CODES_MS = 600_000;

/** Random bytes that a code takes. */
export const CODE_BYTES = 5;

// Crockford's base 32: no letters that are misread.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;
const LENGTH = 8;
const FORM = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** Writes a code as it is typed: `7K3M-Q9TZ`. @param random 5 bytes. */
export function writeLinkCode(random: Uint8Array): string {
  if (random.length !== CODE_BYTES) throw new RangeError(`a code has ${CODE_BYTES} bytes`);
  let bits = random.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  let text = '';
  for (; text.length < LENGTH; bits /= 32n) text = (ALPHABET[Number(bits % 32n)] as string) + text;
  return `${text.slice(0, GROUP)}-${text.slice(GROUP)}`;
}

/**
 * What was meant by what somebody typed; `undefined` for what cannot be a code. Case, spaces and dashes do not count; O is 0, I and
 * L are 1.
 */
export function readLinkCode(typed: string): string | undefined {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!FORM.test(text)) return undefined;
  return `${text.slice(0, GROUP)}-${text.slice(GROUP)}`;
}

/** How a code looks to people: one that nobody used in time has expired. */
export function statusOfCode({ status, expiresAt }: Pick<LinkCode, 'status' | 'expiresAt'>, at: Date): string {
  return status === 'open' && expiresAt <= at ? 'expired' : status;
}

/** Whether the code links a device now. @param serial what the device says of itself. */
export function opensFor(code: LinkCode, serial: string | null, at: Date): boolean {
  return code.status === 'open' && code.expiresAt > at && (code.serial === null || code.serial === serial);
}

/** Takes a code back that nobody used. @throws Refusal `link_code_not_open`. */
export function withdrawCode(code: LinkCode, at: Date): LinkCode {
  const status = statusOfCode(code, at);
  if (status !== 'open') throw new Refusal<DeviceRefusal>('link_code_not_open', { linkCodeId: code.id, status });
  return { ...code, status: 'withdrawn' };
}

/** Whether linking is closed because of wrong codes. @param tries since when so many were wrong. */
export function isClosed(tries: { readonly since: Date; readonly wrong: number } | undefined, at: Date): boolean {
  if (tries === undefined) return false;
  return tries.wrong >= WRONG_CODES_MAX && at.getTime() - tries.since.getTime() < WRONG_CODES_MS;
}
