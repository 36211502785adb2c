import { createHash } from 'node:crypto';

/** The UUID of a name: always the same, and of no other name (version 8, RFC 9562: made by our own rule). */
export function namedUuid(...name: readonly string[]): string {
  const hash = createHash('sha256').update(name.join('\0')).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
