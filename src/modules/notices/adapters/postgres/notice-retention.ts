import { retentionChore } from '../../../../platform/postgres/retention-chore.js';

/** Notices that somebody has seen are kept for a year and a month; open ones until somebody has. */
export const NOTICE_RETENTION = retentionChore({
  name: 'acknowledged notices',
  table: 'notices',
  key: ['id'],
  isExpired: "r.status = 'acknowledged' and r.acknowledged_at < now() - interval '400 days'",
});
