import type { Money } from '../../kernel/money.js';
import { filter, listCommand } from '../list-command.js';
import { moneyText } from '../money-text.js';

interface ReportRow {
  readonly id: string;
  readonly scope: string;
  readonly number: number;
  readonly businessDate: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly exceptions: number;
  readonly total: Money;
}

export const zreportsList = listCommand<ReportRow>({
  name: 'zreports list',
  path: '/z-reports',
  filters: {
    scope: filter('scope', '<scope>', 'day or drawer_session'),
    from: filter('from', '<date>', 'of this business day or later'),
    to: filter('to', '<date>', 'of this business day or earlier'),
  },
  columns: [
    { title: 'DAY', value: ({ businessDate }) => businessDate },
    { title: 'OF', value: ({ scope }) => scope },
    { title: 'NUMBER', alignRight: true, value: ({ number }) => String(number) },
    { title: 'TOTAL', alignRight: true, value: ({ total }) => moneyText(total) },
    { title: 'EXCEPTIONS', alignRight: true, value: ({ exceptions }) => String(exceptions) },
    { title: 'MADE', value: ({ madeAt }) => madeAt },
    { title: 'BY', value: ({ madeBy }) => madeBy },
    { title: 'ID', value: ({ id }) => id },
  ],
  examples: ['posctl zreports list', 'posctl zreports list --scope day --from 2026-11-01 --to 2026-11-30 --json'],
});
