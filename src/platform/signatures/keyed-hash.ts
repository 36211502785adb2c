import { createHmac, timingSafeEqual } from 'node:crypto';

/** Base64 of HMAC-SHA256. */
export function keyedHash(text: string, key: string): string {
  return createHmac('sha256', key).update(text).digest('base64');
}

/** Compares in a time that tells nothing of where they differ. */
export function isSameHash(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
