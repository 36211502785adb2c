import { retentionChore } from '../../../../platform/postgres/retention-chore.js';

/** What the simulator was asked is kept for 30 days. */
export const SIMULATOR_RETENTION = retentionChore({
  name: 'simulated payments',
  table: 'simulator_transactions',
  key: ['key'],
  isExpired: "r.created_at < now() - interval '30 days'",
});
