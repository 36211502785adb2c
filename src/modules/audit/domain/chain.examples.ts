import { createHash } from 'node:crypto';
import { NO_ENTRY, payloadOf, type ActRecord, type AuditEntry } from './entry.js';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The record of an act; each number has its own. */
export function recordNumber(number: number): ActRecord {
  return {
    ...{ eventId: `event-${number}`, at: new Date(number * 1000), recordedAt: new Date(number * 1000 + 5) },
    ...{ actor: `user:${number % 3}`, outletId: null, deviceId: null, action: 'pos.order.voided' },
    ...{ target: `orders/${number}`, outcome: 'allowed', reason: 'left', approvedBy: null },
    ...{ before: null, after: { amount: number }, requestId: `request-${number}` },
  };
}

/** A chain of so many entries, newest first, as it is verified. */
export function chainOf(length: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  let previousHash = NO_ENTRY.hash;
  for (let number = 1; number <= length; number += 1) {
    const record = recordNumber(number);
    const payload = payloadOf(record);
    const hash = sha256(previousHash + payload);
    entries.unshift({ ...record, number, payload, previousHash, hash });
    previousHash = hash;
  }
  return entries;
}
