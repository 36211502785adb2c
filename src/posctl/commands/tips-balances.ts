import type { Money } from '../../kernel/money.js';
import { filter, listCommand } from '../list-command.js';
import { moneyText } from '../money-text.js';

interface BalanceRow {
  readonly accountId: string;
  readonly outletId: string;
  readonly personId: string;
  readonly owed: Money;
}

export const tipsBalances = listCommand<BalanceRow>({
  name: 'tips balances',
  path: '/tips/balances',
  filters: { person: filter('personId', '<person>', 'of this person') },
  columns: [
    { title: 'PERSON', value: ({ personId }) => personId },
    { title: 'OWED', alignRight: true, value: ({ owed }) => moneyText(owed) },
    { title: 'OUTLET', value: ({ outletId }) => outletId },
    { title: 'ACCOUNT', value: ({ accountId }) => accountId },
  ],
  examples: ['posctl tips balances', 'posctl tips balances --outlet "Corner Café" --json'],
});
