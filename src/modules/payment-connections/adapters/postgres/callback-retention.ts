import type { Chore } from '../../../../platform/postgres/housekeeping.js';
import { retentionChore } from '../../../../platform/postgres/retention-chore.js';

/**
 * True while nothing under way needs the row. Of charges and refunds the worker's role sees only those that are not settled: a request
 * that is forgotten while somebody waits for its money would be made again.
 */
const isSettled = (key: string): string => {
  const id = `substring(${key} from '[0-9a-f]{8}-[0-9a-f-]{27}')::uuid`;
  const stands = (table: string, column: string): string =>
    `exists (select from ${table} o where o.tenant_id = r.tenant_id and o.${column} = ${id} and o.settled_at is null)`;
  return `not ${stands('payment_charges', 'payment_id')} and not ${stands('provider_refunds', 'id')}`;
};

/** What was asked of companies of mobile money, and what they told, is kept for 90 days and as long as it is not settled. */
export const CALLBACK_RETENTION: readonly Chore[] = [
  retentionChore({
    name: 'callbacks of payment providers',
    table: 'provider_notices',
    key: ['provider', 'digest'],
    isExpired: `r.received_at < now() - interval '90 days' and ${isSettled('r.request_key')}`,
  }),
  retentionChore({
    name: 'requests to payment providers',
    table: 'provider_requests',
    key: ['key'],
    isExpired: `r.asked_at < now() - interval '90 days' and ${isSettled('r.key')}`,
  }),
];
