import type { Chore } from '../postgres/housekeeping.js';
import { retentionChore } from '../postgres/retention-chore.js';

/** What of the inbox has outlived its time. */
export const INBOX_CHORES: readonly Chore[] = [
  retentionChore({
    name: 'inbox messages',
    table: 'inbox_messages',
    key: ['source', 'event_id'],
    isExpired: "r.received_at < now() - interval '30 days'",
  }),
  retentionChore({
    name: 'inbox subjects',
    table: 'inbox_subjects',
    key: ['source', 'subject'],
    isExpired: "r.updated_at < now() - interval '180 days'",
  }),
  retentionChore({
    name: 'inbox dead letters',
    table: 'inbox_dead_letters',
    key: ['id'],
    isExpired: "r.received_at < now() - interval '90 days'",
  }),
];
