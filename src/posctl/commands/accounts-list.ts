import type { Money } from '../../kernel/money.js';
import { filter, listCommand } from '../list-command.js';
import { moneyText } from '../money-text.js';

interface AccountRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly status: string;
  readonly balance: Money;
  readonly limit: Money;
}

export const accountsList = listCommand<AccountRow>({
  name: 'accounts list',
  path: '/house-accounts',
  ofOutlets: false,
  filters: {
    status: filter('status', '<status>', 'open, blocked or closed'),
    query: filter('q', '<text>', 'with this in the number or the name'),
    owing: { type: 'boolean', query: 'owing', help: 'only those on which something is owed' },
  },
  columns: [
    { title: 'NUMBER', value: ({ number }) => number },
    { title: 'NAME', value: ({ name }) => name },
    { title: 'STATUS', value: ({ status }) => status },
    { title: 'OWED', alignRight: true, value: ({ balance }) => moneyText(balance) },
    { title: 'LIMIT', alignRight: true, value: ({ limit }) => moneyText(limit) },
    { title: 'ID', value: ({ id }) => id },
  ],
  examples: ['posctl accounts list --owing', 'posctl accounts list --status blocked --json'],
});
