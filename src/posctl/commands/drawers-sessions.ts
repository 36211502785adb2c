import type { Money } from '../../kernel/money.js';
import { filter, listCommand } from '../list-command.js';
import { moneyText } from '../money-text.js';

interface SessionRow {
  readonly id: string;
  readonly number: number;
  readonly drawerId: string;
  readonly businessDate: string;
  readonly status: string;
  readonly cashierId: string;
  readonly expected?: Money | null;
  readonly counted: Money | null;
  readonly variance?: Money | null;
  readonly varianceState: string;
}

const amount = (money: Money | null | undefined): string => (money == null ? '' : moneyText(money));

export const drawersSessions = listCommand<SessionRow>({
  name: 'drawers sessions',
  path: '/drawer-sessions',
  filters: {
    drawer: filter('drawerId', '<id>', 'of this drawer'),
    status: filter('status', '<status>', 'open, counting or closed'),
    cashier: filter('cashierId', '<person>', 'of this cashier'),
    variance: filter('varianceState', '<state>', 'none, pending, approved or rejected'),
    from: filter('from', '<time>', 'opened at or after'),
    to: filter('to', '<time>', 'opened before'),
  },
  columns: [
    { title: 'DAY', value: ({ businessDate }) => businessDate },
    { title: 'NUMBER', alignRight: true, value: ({ number }) => String(number) },
    { title: 'STATUS', value: ({ status }) => status },
    { title: 'EXPECTED', alignRight: true, value: ({ expected }) => amount(expected) },
    { title: 'COUNTED', alignRight: true, value: ({ counted }) => amount(counted) },
    { title: 'VARIANCE', alignRight: true, value: ({ variance }) => amount(variance) },
    { title: 'DECISION', value: ({ varianceState }) => varianceState },
    { title: 'CASHIER', value: ({ cashierId }) => cashierId },
    { title: 'DRAWER', value: ({ drawerId }) => drawerId },
    { title: 'ID', value: ({ id }) => id },
  ],
  details: 'What an open drawer should hold is shown to keys with drawers:approve only, where counts are blind.',
  examples: [
    'posctl drawers sessions --status open',
    'posctl drawers sessions --variance pending --limit 1000 --jsonl',
  ],
});
