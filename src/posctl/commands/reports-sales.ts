import type { Money } from '../../kernel/money.js';
import { ApiClient, refusedBy } from '../api-client.js';
import { usageError } from '../arguments.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { moneyText } from '../money-text.js';
import type { Column } from '../printer.js';

interface SalesRow {
  readonly key: string;
  readonly orders: number;
  readonly quantity: string;
  readonly gross: Money;
  readonly discount: Money;
  readonly tax: Money;
  readonly net: Money;
  readonly refunds: Money;
}

interface SalesReport {
  readonly data: readonly SalesRow[];
  readonly totals: Omit<SalesRow, 'key'>;
}

const NAME = 'reports sales';
const AMOUNTS = ['gross', 'discount', 'tax', 'net', 'refunds'] as const;

export const reportsSales: Command = {
  arguments: [],
  options: {
    from: { type: 'string', value: '<date>', help: 'first day, such as 2015-01-01' },
    to: { type: 'string', value: '<date>', help: 'the day after the last one' },
    outlet: { type: 'string', value: '<id>', help: 'only this outlet' },
    'group-by': {
      type: 'string',
      value: '<what>',
      help: 'day, hour, weekday, month, item, category, tender, cashier or outlet; else day',
    },
    csv: { type: 'boolean', help: 'print the CSV of the service' },
  },
  details: 'Days are those of the outlet: its time zone, and its day cut.',
  examples: [
    'posctl reports sales --from 2015-01-01 --to 2016-01-01 --group-by month',
    'posctl reports sales --from 2015-07-01 --to 2015-08-01 --group-by item --csv > july.csv',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [from, to] = ['from', 'to'].map((name) => textOption(options, name));
  if (from === undefined || to === undefined) throw usageError(NAME, '--from and --to are needed.');
  const query = new URLSearchParams({ from, to, groupBy: textOption(options, 'group-by') ?? 'day' });
  const outlet = textOption(options, 'outlet');
  if (outlet !== undefined) query.set('outletId', outlet);
  const asCsv = flagOption(options, 'csv');
  if (asCsv) query.set('format', 'csv');
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const answer = await client.request({ method: 'GET', path: `/reports/sales?${query.toString()}` });
    if (answer.status >= 300) throw refusedBy(answer);
    if (asCsv) printer.text(answer.body);
    else print(invocation, JSON.parse(answer.body) as SalesReport);
    return EXIT.done;
  } finally {
    client.close();
  }
}

function print({ printer }: Invocation, report: SalesReport): void {
  if (printer.settings.json) {
    printer.result(report, () => []);
    return;
  }
  const columns: Column<SalesRow>[] = [
    { title: 'KEY', value: ({ key }) => key },
    { title: 'ORDERS', alignRight: true, value: ({ orders }) => String(orders) },
    { title: 'QUANTITY', alignRight: true, value: ({ quantity }) => quantity },
    ...AMOUNTS.map((name) => ({
      title: name.toUpperCase(),
      alignRight: true,
      value: (row: SalesRow) => moneyText(row[name]),
    })),
  ];
  printer.list([...report.data, { key: 'total', ...report.totals }], columns);
}
