import { ApiClient, ATTEMPTS } from '../api-client.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, Interrupted, type ExitCode } from '../exit-codes.js';
import { outletOption } from '../named-outlet.js';
import { postPages } from '../pages.js';
import { PERIOD_OPTIONS, periodOf, type Period } from '../period.js';
import { ProgressDisplay } from '../progress.js';

interface Replayed {
  readonly orderId: string;
  readonly number: string;
  readonly engineVersion: string;
  readonly identical: boolean;
  readonly differences: readonly { readonly pointer: string; readonly kept: string; readonly replayed: string }[];
}

interface ReplayPage {
  readonly data: readonly Replayed[];
  readonly nextCursor: string | null;
}

interface Outcome {
  orders: number;
  different: number;
  /** The first thousand. */
  readonly orderList: Replayed[];
  cursor: string | undefined;
}

const NAME = 'pricing replay';
const PAGE = 100;
const LISTED_MAX = 1_000;

export const pricingReplay: Command = {
  arguments: [],
  options: {
    ...PERIOD_OPTIONS,
    outlet: { type: 'string', value: '<id or name>', help: 'only orders of this outlet' },
    cursor: { type: 'string', value: '<text>', help: 'go on where an interrupted run stopped' },
  },
  details: [
    'Prices orders again by the engine of their day and compares every number with what was kept. Writes nothing.',
    `Where something differs the exit code is 1, and the differences are listed (of ${LISTED_MAX} orders at most).`,
  ].join('\n'),
  examples: [
    'posctl pricing replay --from 2026-11-01 --to 2026-12-01',
    'posctl pricing replay --from 2026-11-20T00:00:00-05:00 --to 2026-11-21T00:00:00-05:00 --outlet "Corner Café" --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, signal } = invocation;
  const period = periodOf(NAME, options);
  const client = new ApiClient(connectionOf(invocation), signal, 1, ATTEMPTS.longWork);
  try {
    const outletId = await outletOption(client, options);
    const outcome = await replayAll(invocation, client, { ...period, ...(outletId === undefined ? {} : { outletId }) });
    return report(invocation, outcome);
  } finally {
    client.close();
  }
}

async function replayAll(
  { options, printer }: Invocation,
  client: ApiClient,
  wish: Period & { readonly outletId?: string },
): Promise<Outcome> {
  const outcome: Outcome = { orders: 0, different: 0, orderList: [], cursor: textOption(options, 'cursor') };
  const display = new ProgressDisplay(printer, 'orders', () => ({ done: outcome.orders, total: undefined }));
  try {
    for await (const page of postPages<ReplayPage>(client, '/pricing/replay', { ...wish, limit: PAGE }, outcome.cursor))
      count(outcome, page);
    return outcome;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const soFar = `${outcome.orders} orders were looked at, ${outcome.different} differ.`;
    const how = outcome.cursor === undefined ? '' : `Go on with the same command and --cursor ${outcome.cursor}`;
    const advice = [error.advice, soFar, how].filter(Boolean).join(' ');
    throw error instanceof Interrupted
      ? new Interrupted(advice)
      : new CommandError(error.exitCode, error.message, advice, { cause: error });
  } finally {
    display.stop();
  }
}

function count(outcome: Outcome, { data, nextCursor }: ReplayPage): void {
  const differing = data.filter(({ identical }) => !identical);
  outcome.orders += data.length;
  outcome.different += differing.length;
  outcome.orderList.push(...differing.slice(0, LISTED_MAX - outcome.orderList.length));
  outcome.cursor = nextCursor ?? outcome.cursor;
}

function report({ printer }: Invocation, { orders, different, orderList }: Outcome): ExitCode {
  printer.result({ orders, identical: orders - different, different, data: orderList }, () => [
    ...orderList.flatMap(({ number, orderId, engineVersion, differences }) => [
      `${number}  ${orderId}  (engine ${engineVersion})`,
      ...differences.map(({ pointer, kept, replayed }) => `  ${pointer || '/'}  kept ${kept}, replayed ${replayed}`),
    ]),
    `${orders} orders: ${different === 0 ? 'every number is the same' : `${different} differ`}.`,
  ]);
  return different === 0 ? EXIT.done : EXIT.failed;
}
