import type { Money } from '../../kernel/money.js';
import { listCommand } from '../list-command.js';
import { moneyText } from '../money-text.js';

interface PlanRow {
  readonly code: string;
  readonly name: string;
  readonly basePrice: Money;
  readonly outletPrice: Money;
  readonly limits: Readonly<Record<'outlets' | 'devices' | 'staff' | 'integrations', number | null>>;
}

const most = (limit: number | null): string => (limit === null ? 'any' : String(limit));

export const plansList = listCommand<PlanRow>({
  name: 'plans list',
  path: '/licence/plans',
  filters: {},
  ofOutlets: false,
  columns: [
    { title: 'CODE', value: ({ code }) => code },
    { title: 'NAME', value: ({ name }) => name },
    { title: 'BASE', value: ({ basePrice }) => moneyText(basePrice) },
    { title: 'PER OUTLET', value: ({ outletPrice }) => moneyText(outletPrice) },
    { title: 'OUTLETS', value: ({ limits }) => most(limits.outlets) },
    { title: 'DEVICES', value: ({ limits }) => most(limits.devices) },
    { title: 'STAFF', value: ({ limits }) => most(limits.staff) },
    { title: 'INTEGRATIONS', value: ({ limits }) => most(limits.integrations) },
  ],
  examples: ['posctl plans list', 'posctl plans list --jsonl'],
});
