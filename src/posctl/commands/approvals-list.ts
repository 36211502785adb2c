import type { Money } from '../../kernel/money.js';
import { filter, listCommand } from '../list-command.js';
import { moneyText } from '../money-text.js';

interface ApprovalRow {
  readonly id: string;
  readonly action: string;
  readonly status: string;
  readonly amount: Money | null;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly decidedBy: string | null;
  readonly targetId: string;
}

export const approvalsList = listCommand<ApprovalRow>({
  name: 'approvals list',
  path: '/approvals',
  filters: {
    status: filter('status', '<status>', 'asked, granted, denied, used, expired or withdrawn'),
    action: filter('action', '<act>', 'of this act, such as order.refund'),
    target: filter('targetId', '<id>', 'of what is done to this order or drawer session'),
    'asked-by': filter('askedBy', '<name>', 'asked by: user:… or api-key:…'),
  },
  columns: [
    { title: 'ASKED', value: ({ askedAt }) => askedAt },
    { title: 'ACT', value: ({ action }) => action },
    { title: 'AMOUNT', alignRight: true, value: ({ amount }) => (amount === null ? '' : moneyText(amount)) },
    { title: 'STATUS', value: ({ status }) => status },
    { title: 'REASON', value: ({ reason }) => reason },
    { title: 'ASKED BY', value: ({ askedBy }) => askedBy },
    { title: 'DECIDED BY', value: ({ decidedBy }) => decidedBy ?? '' },
    { title: 'ID', value: ({ id }) => id },
  ],
  examples: [
    'posctl approvals list --status asked',
    'posctl approvals list --action order.refund --limit 1000 --jsonl',
  ],
});
