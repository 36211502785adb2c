import type { Chore } from './housekeeping.js';
import { retentionChore } from './retention-chore.js';

/** Idempotency keys that have outlived their promise of seven days (GUARANTEES G1). */
export const EXPIRED_KEYS: Chore = retentionChore({
  name: 'idempotency keys',
  table: 'idempotency_keys',
  key: ['key'],
  isExpired: "r.created_at < now() - interval '7 days'",
});
