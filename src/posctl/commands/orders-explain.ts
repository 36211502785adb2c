import { toMajorUnits, type Money } from '../../kernel/money.js';
import { ApiClient } from '../api-client.js';
import type { Command, Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { moneyText } from '../money-text.js';
import { table } from '../printer.js';

interface Step {
  readonly rule: string;
  readonly lineId?: string;
  readonly source?: { readonly kind: string; readonly name: string; readonly version?: number; readonly code?: string };
  readonly base: Money;
  readonly rate?: string;
  readonly quantity?: string;
  readonly amount: Money;
  readonly adds: Money;
  readonly detail: string;
}

interface Explanation {
  readonly engineVersion: string;
  readonly total: Money;
  readonly explanation: readonly Step[];
}

interface ExplainedOrder {
  readonly number: string;
  readonly status: string;
  readonly channel: string;
  readonly placedAt: string;
  readonly lines: readonly { readonly id: string; readonly name: string; readonly quantity: string }[];
}

export const ordersExplain: Command = {
  arguments: ['<order id>'],
  options: {},
  details:
    'ADDS is what a step puts on top of the total; over all steps it comes to the total. Amounts are in major units.',
  examples: [
    'posctl orders explain 0197a3c2-7b1e-7000-8000-000000000001',
    'posctl orders explain 0197a3c2-7b1e-7000-8000-000000000001 --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { printer, signal } = invocation;
  const path = `/orders/${encodeURIComponent(invocation.arguments[0] ?? '')}`;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const explained = await client.json<Explanation>({ method: 'GET', path: `${path}/explanation` });
    if (printer.settings.json) {
      printer.result(explained, () => []);
      return EXIT.done;
    }
    const order = await client.json<ExplainedOrder>({ method: 'GET', path });
    printer.result(explained, () => linesOf(order, explained));
    return EXIT.done;
  } finally {
    client.close();
  }
}

function linesOf(order: ExplainedOrder, { explanation, total, engineVersion }: Explanation): string[] {
  const names = new Map(order.lines.map(({ id, name, quantity }) => [id, `${quantity} x ${name}`]));
  const nameOf = ({ lineId }: Step): string => (lineId === undefined ? 'order' : (names.get(lineId) ?? lineId));
  // A line is named on its first step only, so that the eye finds where it begins.
  const shown = explanation.map((step, index) => {
    const before = explanation[index - 1];
    return { step, line: before !== undefined && nameOf(before) === nameOf(step) ? '' : nameOf(step) };
  });
  return [
    `${order.number}  ${order.status}  ${order.channel}  ${order.placedAt}  (engine ${engineVersion})`,
    ...table(shown, [
      { title: 'LINE', value: ({ line }) => line },
      { title: 'STEP', value: ({ step }) => step.rule.replaceAll('_', ' ') },
      { title: 'FROM', alignRight: true, value: ({ step }) => toMajorUnits(step.base) },
      { title: 'BY', alignRight: true, value: ({ step }) => byOf(step) },
      { title: 'TO', alignRight: true, value: ({ step }) => toMajorUnits(step.amount) },
      { title: 'ADDS', alignRight: true, value: ({ step }) => (step.adds.amount === 0 ? '' : toMajorUnits(step.adds)) },
      { title: 'WHY', value: ({ step }) => whyOf(step) },
    ]),
    `Total ${moneyText(total)}`,
  ];
}

function byOf({ rate, quantity }: Step): string {
  return [rate === undefined ? '' : `${rate} %`, quantity === undefined ? '' : `x ${quantity}`]
    .filter(Boolean)
    .join(' ');
}

function whyOf({ source, detail }: Step): string {
  if (source === undefined) return detail;
  const { name, version, code } = source;
  const about = [version === undefined ? '' : `version ${version}`, code === undefined ? '' : `code ${code}`];
  const more = about.filter(Boolean).join(', ');
  return `${detail.includes(name) ? '' : `${name}: `}${detail}${more === '' ? '' : ` (${more})`}`;
}
