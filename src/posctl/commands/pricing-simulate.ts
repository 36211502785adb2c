import { add, zero, type Money } from '../../kernel/money.js';
import { ApiClient, ATTEMPTS } from '../api-client.js';
import { usageError } from '../arguments.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { moneyText } from '../money-text.js';
import { outletOption } from '../named-outlet.js';
import { postPages } from '../pages.js';
import { PERIOD_OPTIONS, periodOf } from '../period.js';
import { table } from '../printer.js';
import { ProgressDisplay } from '../progress.js';

interface SimulatedSale {
  readonly orderId: string;
  readonly number: string;
  readonly before: Money;
  readonly after: Money;
  readonly difference: Money;
  readonly takenOff: Money;
}

interface SimulationPage {
  readonly data: readonly SimulatedSale[];
  readonly looked: number;
  readonly nextCursor: string | null;
}

/** All that a simulation came to. */
interface Simulated {
  looked: number;
  /** The first thousand. */
  readonly data: SimulatedSale[];
  readonly sums: Map<string, Sum>;
}

interface Sum {
  readonly currency: string;
  readonly orders: number;
  readonly before: Money;
  readonly after: Money;
  readonly difference: Money;
}

const NAME = 'pricing simulate';
const PAGE = 200;
const LISTED_MAX = 1_000;

export const pricingSimulate: Command = {
  arguments: [],
  options: {
    promotion: { type: 'string', value: '<id>', help: 'the promotion, in force or not; its newest version' },
    ...PERIOD_OPTIONS,
    outlet: { type: 'string', value: '<id or name>', help: 'only sales of this outlet' },
  },
  details: [
    'Prices past sales as if the promotion had been in force and shows those that would have been different. Writes nothing.',
    `Sums are of all of them; at most ${LISTED_MAX} are listed.`,
  ].join('\n'),
  examples: [
    'posctl pricing simulate --promotion 0197a3c2-7b1e-7000-8000-000000000001 --from 2026-10-01 --to 2026-11-01',
    'posctl pricing simulate --promotion 0197a3c2-7b1e-7000-8000-000000000001 --from 2026-10-01 --to 2026-11-01 --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const promotionId = textOption(options, 'promotion');
  if (promotionId === undefined) throw usageError(NAME, '--promotion is needed.');
  const period = periodOf(NAME, options);
  const client = new ApiClient(connectionOf(invocation), signal, 1, ATTEMPTS.longWork);
  const simulated: Simulated = { looked: 0, data: [], sums: new Map() };
  const display = new ProgressDisplay(printer, 'orders', () => ({ done: simulated.looked, total: undefined }));
  try {
    const outletId = await outletOption(client, options);
    const wish = { promotionId, ...period, ...(outletId === undefined ? {} : { outletId }), limit: PAGE };
    for await (const page of postPages<SimulationPage>(client, '/promotions/simulations', wish)) count(simulated, page);
  } finally {
    display.stop();
    client.close();
  }
  report(invocation, simulated);
  return EXIT.done;
}

function count(simulated: Simulated, { looked, data }: SimulationPage): void {
  simulated.looked += looked;
  simulated.data.push(...data.slice(0, LISTED_MAX - simulated.data.length));
  for (const { before, after, difference } of data) {
    const { currency } = before;
    const none = { currency, orders: 0, before: zero(currency), after: zero(currency), difference: zero(currency) };
    const sum = simulated.sums.get(currency) ?? none;
    simulated.sums.set(currency, {
      currency,
      orders: sum.orders + 1,
      before: add(sum.before, before),
      after: add(sum.after, after),
      difference: add(sum.difference, difference),
    });
  }
}

function report({ printer }: Invocation, { looked, data, sums }: Simulated): void {
  const totals = [...sums.values()];
  printer.result({ looked, data, sums: totals }, () => [
    ...(data.length === 0 ? [] : table(data, COLUMNS)),
    ...totals.map(
      ({ orders, before, after, difference }) =>
        `${orders} orders would have come to ${moneyText(after)} instead of ${moneyText(before)}: ${moneyText(difference)}.`,
    ),
    `${looked} orders were priced again.`,
  ]);
}

const COLUMNS = [
  { title: 'NUMBER', value: ({ number }: SimulatedSale) => number },
  { title: 'BEFORE', alignRight: true, value: ({ before }: SimulatedSale) => moneyText(before) },
  { title: 'AFTER', alignRight: true, value: ({ after }: SimulatedSale) => moneyText(after) },
  { title: 'DIFFERENCE', alignRight: true, value: ({ difference }: SimulatedSale) => moneyText(difference) },
  { title: 'ID', value: ({ orderId }: SimulatedSale) => orderId },
];
