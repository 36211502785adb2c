import { retentionChore } from '../../../../platform/postgres/retention-chore.js';

/** Links a week after they have run out, and counts of wrong tries two days after the last: by then no lock holds any more. */
export const IDENTITY_RETENTION = [
  retentionChore({
    name: 'links of logins',
    table: 'login_tokens',
    key: ['id'],
    isExpired: "r.expires_at < now() - interval '7 days'",
  }),
  retentionChore({
    name: 'counts of wrong passwords',
    table: 'login_guesses',
    key: ['account_key'],
    isExpired: "r.last_try_at < now() - interval '2 days'",
  }),
] as const;
