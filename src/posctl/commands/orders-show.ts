import type { Money } from '../../kernel/money.js';
import { ApiClient } from '../api-client.js';
import type { Command, Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { moneyText } from '../money-text.js';

interface OrderDocument {
  readonly number: string;
  readonly status: string;
  readonly channel: string;
  readonly placedAt: string;
  readonly lines: readonly {
    readonly sku: string;
    readonly name: string;
    readonly quantity: string;
    readonly total: Money;
  }[];
  readonly totals: Readonly<Record<'subtotal' | 'discount' | 'tax' | 'total' | 'paid' | 'change' | 'due', Money>>;
  readonly payments: readonly { readonly tender: string; readonly status: string; readonly amount: Money }[];
}

export const ordersShow: Command = {
  arguments: ['<order id>'],
  options: {},
  examples: [
    'posctl orders show 0197a3c2-7b1e-7000-8000-000000000001',
    'posctl orders show 0197a3c2-7b1e-7000-8000-000000000001 --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { printer, signal } = invocation;
  const [id = ''] = invocation.arguments;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const order = await client.json<OrderDocument>({ method: 'GET', path: `/orders/${encodeURIComponent(id)}` });
    printer.result(order, () => linesOf(order));
    return EXIT.done;
  } finally {
    client.close();
  }
}

function linesOf({ number, status, channel, placedAt, lines, totals, payments }: OrderDocument): string[] {
  return [
    `${number}  ${status}  ${channel}  ${placedAt}`,
    ...lines.map(({ quantity, name, sku, total }) => `  ${quantity} x ${name} (${sku})  ${moneyText(total)}`),
    `Total ${moneyText(totals.total)}, of it tax ${moneyText(totals.tax)}`,
    ...payments.map(({ tender, amount, status: state }) => `  ${tender} ${moneyText(amount)} ${state}`),
    `Change ${moneyText(totals.change)}, due ${moneyText(totals.due)}`,
  ];
}
