import type { Money } from '../../kernel/money.js';
import { ApiClient } from '../api-client.js';
import { countOption } from '../arguments.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { moneyText } from '../money-text.js';

interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly channel: string;
  readonly placedAt: string;
  readonly totals: { readonly total: Money };
}

interface OrderPage {
  readonly data: readonly OrderRow[];
  readonly nextCursor: string | null;
}

const PAGE_MAX = 200;
const LIMIT = { default: 50, max: 100_000 };

export const ordersList: Command = {
  arguments: [],
  options: {
    outlet: { type: 'string', value: '<id>', help: 'only orders of this outlet' },
    status: {
      type: 'string',
      value: '<status>',
      help: 'open, held, completed, voided, refunded or partially_refunded',
    },
    from: { type: 'string', value: '<time>', help: 'placed at or after' },
    to: { type: 'string', value: '<time>', help: 'placed before' },
    query: { type: 'string', value: '<text>', help: 'search' },
    limit: { type: 'string', value: '<n>', help: `how many at most; else ${LIMIT.default}` },
    jsonl: { type: 'boolean', help: 'print one JSON object a line' },
  },
  examples: ['posctl orders list --status open', 'posctl orders list --from 2015-07-01T00:00:00Z --limit 1000 --jsonl'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const limit = countOption('orders list', options, 'limit', LIMIT);
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    printer.list(await collect(client, invocation, limit), [
      { title: 'NUMBER', value: ({ number }) => number },
      { title: 'STATUS', value: ({ status }) => status },
      { title: 'PLACED', value: ({ placedAt }) => placedAt },
      { title: 'CHANNEL', value: ({ channel }) => channel },
      { title: 'TOTAL', alignRight: true, value: ({ totals }) => moneyText(totals.total) },
      { title: 'ID', value: ({ id }) => id },
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

async function collect(client: ApiClient, { options }: Invocation, limit: number): Promise<OrderRow[]> {
  const filters = new URLSearchParams();
  for (const [name, option] of [
    ['outletId', 'outlet'],
    ['status', 'status'],
    ['from', 'from'],
    ['to', 'to'],
    ['q', 'query'],
  ] as const) {
    const value = textOption(options, option);
    if (value !== undefined) filters.set(name, value);
  }
  const orders: OrderRow[] = [];
  for (let cursor: string | null = ''; cursor !== null && orders.length < limit;) {
    if (cursor !== '') filters.set('cursor', cursor);
    filters.set('limit', String(Math.min(PAGE_MAX, limit - orders.length)));
    const page: OrderPage = await client.json<OrderPage>({ method: 'GET', path: `/orders?${filters.toString()}` });
    orders.push(...page.data);
    cursor = page.data.length === 0 ? null : page.nextCursor;
  }
  return orders;
}
