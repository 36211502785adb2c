import type { Money } from '../../kernel/money.js';
import { filter, listCommand } from '../list-command.js';
import { moneyText } from '../money-text.js';

interface UnallocatedRow {
  readonly id: string;
  readonly arrivedAt: string;
  readonly provider: string;
  readonly amount: Money;
  readonly reason: string;
  readonly reference: string;
  readonly payerHint: string | null;
  readonly status: string;
}

export const paymentsUnallocated = listCommand<UnallocatedRow>({
  name: 'payments unallocated',
  path: '/unallocated-payments',
  filters: {
    status: filter('status', '<status>', 'open, allocated, refunded or written_off'),
    provider: filter('provider', '<name>', 'from this provider'),
    from: filter('from', '<time>', 'arrived at or after'),
    to: filter('to', '<time>', 'arrived before'),
  },
  columns: [
    { title: 'ARRIVED', value: ({ arrivedAt }) => arrivedAt },
    { title: 'PROVIDER', value: ({ provider }) => provider },
    { title: 'AMOUNT', alignRight: true, value: ({ amount }) => moneyText(amount) },
    { title: 'WHY', value: ({ reason }) => reason },
    { title: 'REFERENCE', value: ({ reference }) => reference },
    { title: 'PAYER', value: ({ payerHint }) => payerHint ?? '' },
    { title: 'STATUS', value: ({ status }) => status },
    { title: 'ID', value: ({ id }) => id },
  ],
  details: 'Each is allocated to an order, refunded or written off: POST /unallocated-payments/{id}/….',
  examples: ['posctl payments unallocated --status open', 'posctl payments unallocated --provider mpesa --jsonl'],
});
