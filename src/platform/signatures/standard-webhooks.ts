import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Why a signed message is not believed. A sender is told none of this; the log is. */
export type SignatureRefusal =
  'header_missing' | 'header_malformed' | 'timestamp_too_old' | 'timestamp_too_new' | 'signature_wrong';

/** A message as it came in. */
export interface SignedMessage {
  /** Of the sender, `whsec_…`; several while one is being replaced. None believes nobody. */
  readonly secrets: readonly string[];
  /** Names in lower case, as Node gives them. */
  readonly headers: IncomingHttpHeaders;
  /** The bytes that were signed; parsing and writing them again would change them. */
  readonly rawBody: Buffer;
  readonly nowMs: number;
  /** How far the sender's clock may be off, and how late a copy may come. */
  readonly toleranceMs?: number;
}

/** The message is the sender's, or why not. */
export type Verification =
  | { readonly id: string; readonly refusal?: undefined }
  | { readonly id?: undefined; readonly refusal: SignatureRefusal };

export const SECRET_PREFIX = 'whsec_';
/** What Standard Webhooks allows. */
const SECRET_BYTES = { min: 24, max: 64 };
const TOLERANCE_MS = 300_000;
const SIGNATURES_MAX = 20;
const ID = /^[\x21-\x7e]{1,255}$/;
const SECONDS = /^\d{1,12}$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Signs a message by Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, once with each secret.
 * @param timestampSeconds of this attempt, since 1970. @returns `v1,…`, separated by spaces: the value of `webhook-signature`.
 * @throws Error when a secret is not one, or the id could be mistaken for more than an id.
 */
export function sign(secrets: readonly string[], id: string, timestampSeconds: number, body: Buffer | string): string {
  if (secrets.length === 0) throw new Error('there is no secret to sign with');
  if (!ID.test(id) || id.includes('.')) throw new Error('the id of a signed message is printable and has no full stop');
  if (!Number.isSafeInteger(timestampSeconds)) throw new Error('the time of a signed message is in whole seconds');
  return secrets.map((secret) => `v1,${mac(keyOf(secret), id, timestampSeconds, body).toString('base64')}`).join(' ');
}

/**
 * Finds out whether a message was signed with one of the secrets within the tolerance. Every given signature is compared with
 * every secret in constant time, whichever fits.
 * @throws Error when a secret is not one: that is the configuration's fault, not the sender's.
 */
export function verify({ secrets, headers, rawBody, nowMs, toleranceMs = TOLERANCE_MS }: SignedMessage): Verification {
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature } = headers;
  if (!isText(id) || !isText(time) || !isText(signature)) return { refusal: 'header_missing' };
  // A full stop in the id could move the border between what was signed as id, time and body.
  if (!ID.test(id) || id.includes('.') || !SECONDS.test(time)) return { refusal: 'header_malformed' };
  const seconds = Number(time);
  if (nowMs - seconds * 1000 > toleranceMs) return { refusal: 'timestamp_too_old' };
  if (seconds * 1000 - nowMs > toleranceMs) return { refusal: 'timestamp_too_new' };
  const given = signaturesOf(signature);
  let isTheirs = false;
  for (const secret of secrets) {
    const expected = mac(keyOf(secret), id, time, rawBody);
    for (const candidate of given) isTheirs = matches(candidate, expected) || isTheirs;
  }
  return isTheirs ? { id } : { refusal: 'signature_wrong' };
}

/** Makes a secret from random bytes. @param random 24 to 64 of them. @throws Error for fewer or more. */
export function newSecret(random: Uint8Array): string {
  if (random.length < SECRET_BYTES.min || random.length > SECRET_BYTES.max)
    throw new Error('a secret is made of 24 to 64 bytes');
  return SECRET_PREFIX + Buffer.from(random).toString('base64');
}

/** True for what can sign: 24 to 64 bytes in Base64, with or without `whsec_` before it. */
export function isSecret(text: string): boolean {
  return decoded(text) !== undefined;
}

function keyOf(secret: string): Buffer {
  const key = decoded(secret);
  // The message must not quote it: it may be a real secret with a typing error.
  if (key === undefined) throw new Error('a secret of signatures is 24 to 64 bytes in Base64 behind whsec_');
  return key;
}

function decoded(secret: string): Buffer | undefined {
  const text = secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret;
  if (!BASE64.test(text)) return undefined;
  const key = Buffer.from(text, 'base64');
  return key.length < SECRET_BYTES.min || key.length > SECRET_BYTES.max ? undefined : key;
}

function mac(key: Buffer, id: string, time: string | number, body: Buffer | string): Buffer {
  return createHmac('sha256', key).update(`${id}.${time}.`).update(body).digest();
}

/** The values of version 1; others are of schemes that we do not know, and say nothing. */
function signaturesOf(header: string): string[] {
  return header
    .split(' ', SIGNATURES_MAX)
    .filter((part) => part.startsWith('v1,'))
    .map((part) => part.slice(3));
}

/** Compares the texts: Base64 that decodes to the same bytes but is spelt otherwise is not what we sent. */
function matches(given: string, expected: Buffer): boolean {
  const one = Buffer.from(given, 'utf8');
  const other = Buffer.from(expected.toString('base64'), 'utf8');
  return one.length === other.length && timingSafeEqual(one, other);
}

function isText(value: string | string[] | undefined): value is string {
  return typeof value === 'string' && value !== '';
}
