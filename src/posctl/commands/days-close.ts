import { ApiClient } from '../api-client.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import type { Money } from '../../kernel/money.js';
import { confirm } from '../confirm.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { OUTLET_OPTION } from '../list-command.js';
import { moneyText } from '../money-text.js';
import { oneOutlet } from '../one-outlet.js';
import { post } from '../post.js';

const NAME = 'days close';

interface Report {
  readonly id: string;
  readonly number: number;
  readonly businessDate: string;
  readonly total: Money;
  readonly exceptions: number;
}

export const daysClose: Command = {
  arguments: ['<date>'],
  options: {
    outlet: OUTLET_OPTION,
    reason: { type: 'string', value: '<text>', help: 'why, where it is not the evening as always' },
    'accept-open-sessions': { type: 'boolean', help: 'close even though drawers are still open' },
    yes: { type: 'boolean', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'say what would be closed, close nothing' },
  },
  details: [
    'Earlier days that are open and had business are closed first. A closed day never opens again: what comes later for it is',
    'marked late and counts in the next.',
  ].join('\n'),
  examples: [
    'posctl days close 2026-11-21 --outlet "Corner Café"',
    'posctl days close 2026-11-21 --outlet "Corner Café" --reason "power cut" --yes --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [date = ''] = invocation.arguments;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const outletId = await oneOutlet(client, NAME, options);
    if (flagOption(options, 'dry-run')) {
      printer.result({ dryRun: true, outletId, date }, () => [`${date} of outlet ${outletId} would be closed.`]);
      return EXIT.done;
    }
    await confirm(invocation, `Close ${date} for good?`);
    const wish = {
      reason: textOption(options, 'reason'),
      acceptOpenSessions: flagOption(options, 'accept-open-sessions'),
    };
    const path = `/outlets/${outletId}/days/${encodeURIComponent(date)}/close`;
    const answer = await post<{ closed: Report[] }>(client, path, wish);
    printer.result(answer, () => answer.closed.map(lineOf));
    return EXIT.done;
  } finally {
    client.close();
  }
}

function lineOf({ id, number, businessDate, total, exceptions }: Report): string {
  const odd = exceptions === 0 ? '' : `, ${exceptions} exceptions`;
  return `${businessDate} is closed: Z report ${number}, total ${moneyText(total)}${odd}. See posctl zreports show ${id}`;
}
