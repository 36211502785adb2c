import type { Money } from '../../kernel/money.js';
import { ApiClient } from '../api-client.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { OUTLET_OPTION } from '../list-command.js';
import { moneyText } from '../money-text.js';
import { oneOutlet } from '../one-outlet.js';
import { table } from '../printer.js';

const NAME = 'days x';
const SALES = ['gross', 'discounts', 'tips', 'surcharges', 'rounding', 'total', 'tax', 'net'] as const;

interface TenderRow {
  readonly tender: string;
  readonly count: number;
  readonly received: Money;
  readonly net: Money;
}

interface XReport {
  readonly outletName: string;
  readonly businessDate: string;
  readonly closed: boolean;
  readonly withheld: boolean;
  readonly figures: {
    readonly orders: { readonly count: number };
    readonly sales: Readonly<Record<(typeof SALES)[number], Money>>;
    readonly refunds: { readonly count: number; readonly amount: Money };
    readonly tenders?: readonly TenderRow[] | null;
  };
  readonly exceptions: readonly { readonly code: string; readonly subject: string | null; readonly detail: string }[];
}

export const daysX: Command = {
  arguments: [],
  options: {
    outlet: OUTLET_OPTION,
    date: { type: 'string', value: '<date>', help: 'which business day; else the running one' },
  },
  details: 'As often as you like. --json has all that the Z report would have.',
  examples: ['posctl days x --outlet "Corner Café"', 'posctl days x --outlet "Corner Café" --date 2026-11-20 --json'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const date = textOption(options, 'date');
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const outletId = await oneOutlet(client, NAME, options);
    const query = date === undefined ? '' : `?${new URLSearchParams({ date }).toString()}`;
    const report = await client.json<XReport>({ method: 'GET', path: `/outlets/${outletId}/x-report${query}` });
    printer.result(report, () => linesOf(report));
    return EXIT.done;
  } finally {
    client.close();
  }
}

function linesOf({ outletName, businessDate, closed, withheld, figures, exceptions }: XReport): string[] {
  const { orders, sales, refunds, tenders } = figures;
  const amounts = table(
    [
      ...SALES.map((name) => [name, sales[name]] as const),
      ...(refunds.count === 0 ? [] : [[`${refunds.count} refunds`, refunds.amount] as const]),
    ],
    [
      { title: `${orders.count} orders`, value: ([name]) => name },
      { title: '', alignRight: true, value: ([, amount]) => moneyText(amount) },
    ],
  );
  const paid = table(tenders ?? [], [
    { title: 'TENDER', value: ({ tender }) => tender },
    { title: 'COUNT', alignRight: true, value: ({ count }) => String(count) },
    { title: 'RECEIVED', alignRight: true, value: ({ received }) => moneyText(received) },
    { title: 'NET', alignRight: true, value: ({ net }) => moneyText(net) },
  ]);
  return [
    `${outletName}, ${businessDate}${closed ? ', closed' : ''}`,
    ...amounts,
    ...(withheld ? ['Tenders and cash are not shown while a drawer that is counted blind is open.'] : paid),
    ...exceptions.map(({ code, subject, detail }) => `! ${code} ${subject ?? ''} ${detail}`),
  ];
}
