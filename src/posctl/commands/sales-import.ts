import { isTimeZone } from '../../kernel/business-time.js';
import { ApiClient, ATTEMPTS } from '../api-client.js';
import { countOption, usageError } from '../arguments.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, type ExitCode } from '../exit-codes.js';
import { ProgressDisplay } from '../progress.js';
import { emptyTally, exitCodeOf, importSales, rejectedOrders, type ImportTally } from '../sales/import-sales.js';
import { prepare, type ImportSettings } from '../sales/order-request.js';
import { defaultOutlet, listOutlets } from '../sales/outlets.js';
import { readSales, type SalesFile } from '../sales/read-sales.js';
import { rejectedFileOf, writeRejected } from '../sales/rejected-file.js';

const NAME = 'sales import';
const CONCURRENCY = { default: 8, max: 64 };

export const salesImport: Command = {
  arguments: ['<file>'],
  options: {
    outlet: {
      type: 'string',
      value: '<id or name>',
      help: 'outlet of rows that name none (not needed where there is one)',
    },
    'time-zone': { type: 'string', value: '<zone>', help: "clock of times without offset; else the outlet's" },
    channel: { type: 'string', value: '<channel>', help: 'channel of rows that name none; else counter' },
    source: { type: 'string', value: '<name>', help: 'where the order numbers come from; else the outlet' },
    concurrency: {
      type: 'string',
      value: '<n>',
      help: `orders in flight, 1 to ${CONCURRENCY.max}; else ${CONCURRENCY.default}`,
    },
    'dry-run': { type: 'boolean', help: 'read and check the file, send nothing' },
  },
  details: [
    'Columns: order_id, sku, quantity, and placed_at (RFC 3339) or date (YYYY-MM-DD) with time (HH:MM[:SS]).',
    'Optional: line, unit_price, tender, paid, outlet, channel, note. Prices and paid are in major units (12.50).',
    'Rows of one order_id are one sale, wherever they stand. Without tender it is cash; without paid it is what is due.',
    'Each sale gets an id made from tenant, source and order_id: running the import again changes nothing.',
    'What is refused goes to <file>.rejected.csv, by whole orders; the others go in.',
  ].join('\n'),
  examples: [
    'posctl sales import sales.csv --outlet "Pizza Place" --concurrency 16',
    'posctl sales import sales.csv --dry-run --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [file = ''] = invocation.arguments;
  const concurrency = countOption(NAME, options, 'concurrency', CONCURRENCY);
  const timeZone = textOption(options, 'time-zone');
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw usageError(NAME, `"${timeZone}" is no time zone: name it like America/New_York.`);
  }
  const connection = connectionOf(invocation);
  const salesFile = await readSales(file);
  if (salesFile.ignoredColumns.length > 0) printer.warn(`columns not used: ${salesFile.ignoredColumns.join(', ')}`);
  const client = new ApiClient(connection, signal, concurrency, ATTEMPTS.longWork);
  try {
    const outlets = await listOutlets(client);
    const settings: ImportSettings = {
      tenant: connection.tenant,
      source: textOption(options, 'source'),
      outlets,
      defaultOutlet: defaultOutlet(outlets, textOption(options, 'outlet')),
      timeZone,
      channel: textOption(options, 'channel') ?? 'counter',
    };
    if (flagOption(options, 'dry-run')) return tryOut(invocation, file, salesFile, settings);
    return await send(invocation, file, salesFile, { client, settings, concurrency, signal });
  } finally {
    client.close();
  }
}

function tryOut(
  { printer }: Invocation,
  file: string,
  { sales, rejected }: SalesFile,
  settings: ImportSettings,
): ExitCode {
  const tally = emptyTally(rejected);
  for (const sale of sales) {
    const prepared = prepare(sale, settings);
    if ('rejected' in prepared) tally.rejected.push(prepared.rejected);
  }
  const orders = sales.length + tally.unreadable;
  printer.result({ dryRun: true, orders, rejected: tally.rejected }, () => [
    `${file}: ${orders} orders, ${orders - rejectedOrders(tally.rejected)} could be sent. Nothing was.`,
    ...tally.rejected.slice(0, 20).map(({ row, column, reason }) => `  row ${row}, ${column}: ${reason}`),
  ]);
  return exitCodeOf(tally);
}

async function send(
  { printer }: Invocation,
  file: string,
  { sales, rejected }: SalesFile,
  setup: Parameters<typeof importSales>[2] & { readonly client: ApiClient },
): Promise<ExitCode> {
  const tally = emptyTally(rejected);
  const startedMs = performance.now();
  const display = new ProgressDisplay(printer, 'orders', () => ({ done: tally.done, total: sales.length }));
  try {
    await importSales(sales, tally, setup);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const how = `${tally.done} of ${sales.length} orders are done; run the same command again to go on, none is doubled.`;
    throw new CommandError(error.exitCode, error.message, [error.advice, how].filter(Boolean).join(' '), {
      cause: error,
    });
  } finally {
    display.stop();
    writeRejected(file, tally.rejected);
  }
  const seconds = (performance.now() - startedMs) / 1000;
  report({ printer }, file, sales.length, tally, { seconds, retries: setup.client.retries.count });
  return exitCodeOf(tally);
}

function report(
  { printer }: Pick<Invocation, 'printer'>,
  file: string,
  sent: number,
  tally: ImportTally,
  { seconds, retries }: { seconds: number; retries: number },
): void {
  const summary = {
    orders: sent + tally.unreadable,
    created: tally.created,
    replayed: tally.replayed,
    rejected: rejectedOrders(tally.rejected),
    retries,
    seconds: Math.round(seconds * 1000) / 1000,
    ordersPerSecond: seconds > 0 ? Math.round(tally.done / seconds) : 0,
  };
  printer.result(summary, () => [
    `${summary.orders} orders: ${summary.created} new, ${summary.replayed} were there already, ${summary.rejected} rejected` +
      ` (${summary.seconds.toFixed(1)} s, ${summary.ordersPerSecond} orders/s).`,
  ]);
  if (tally.rejected.length > 0) printer.warn(`${summary.rejected} orders were rejected: see ${rejectedFileOf(file)}`);
}
