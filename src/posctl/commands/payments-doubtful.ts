import type { Money } from '../../kernel/money.js';
import { filter, listCommand } from '../list-command.js';
import { moneyText } from '../money-text.js';

interface ChargeRow {
  readonly paymentId: string;
  readonly orderNumber: string;
  readonly tender: string;
  readonly provider: string;
  readonly amount: Money;
  readonly status: string;
  readonly unknownSince: string | null;
  readonly owner: string | null;
}

export const paymentsDoubtful = listCommand<ChargeRow>({
  name: 'payments doubtful',
  path: '/charges',
  always: { inDoubt: 'true' },
  filters: { provider: filter('provider', '<name>', 'of this provider') },
  columns: [
    { title: 'SINCE', value: ({ unknownSince }) => unknownSince ?? '' },
    { title: 'ORDER', value: ({ orderNumber }) => orderNumber },
    { title: 'TENDER', value: ({ tender }) => tender },
    { title: 'PROVIDER', value: ({ provider }) => provider },
    { title: 'AMOUNT', alignRight: true, value: ({ amount }) => moneyText(amount) },
    { title: 'STATUS', value: ({ status }) => status },
    { title: 'OWNER', value: ({ owner }) => owner ?? '' },
    { title: 'PAYMENT', value: ({ paymentId }) => paymentId },
  ],
  details:
    'Ask the provider again with `posctl payments check`. What a person found out goes to POST /charges/{id}/resolve.',
  examples: ['posctl payments doubtful', 'posctl payments doubtful --provider mpesa --json'],
});
