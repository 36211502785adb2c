import type { Money } from '../../kernel/money.js';
import { ApiClient } from '../api-client.js';
import { amountAt } from '../amount-option.js';
import { ask } from '../ask.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { moneyText } from '../money-text.js';
import { post } from '../post.js';
import type { ShownSession } from '../session-lines.js';

const NAME = 'drawers count';

interface Counted {
  readonly session: ShownSession;
  readonly count: { readonly total: Money; readonly expected?: Money | null; readonly variance?: Money | null };
}

export const drawersCount: Command = {
  arguments: ['<session id>'],
  options: {
    counted: { type: 'string', value: '<amount>', help: 'what is in it, such as 214.50; else asked for' },
    'dry-run': { type: 'boolean', help: 'check the session and the amount, write nothing' },
  },
  details: 'A count during the session: it stays open, and any amount is accepted. `posctl drawers close` ends it.',
  examples: [
    'posctl drawers count 0197a3c2-7b1e-7000-8000-000000000001',
    'posctl drawers count 0197a3c2-7b1e-7000-8000-000000000001 --counted 214.50 --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const path = `/drawer-sessions/${encodeURIComponent(invocation.arguments[0] ?? '')}`;
    const { outletId } = await client.json<ShownSession>({ method: 'GET', path });
    const text = textOption(options, 'counted') ?? (await ask(invocation, 'Counted', '--counted'));
    const counted = await amountAt(client, NAME, { outletId, text, said: '--counted' });
    if (flagOption(options, 'dry-run')) {
      printer.result({ dryRun: true, counted }, () => [`A count of ${moneyText(counted)} would be written down.`]);
      return EXIT.done;
    }
    const done = await post<Counted>(client, `${path}/counts`, { counted });
    printer.result(done, () => linesOf(done));
    return EXIT.done;
  } finally {
    client.close();
  }
}

function linesOf({ count: { total, expected, variance } }: Counted): string[] {
  const known =
    expected == null || variance == null ? '' : `, expected ${moneyText(expected)}: ${moneyText(variance)} off`;
  return [`Counted ${moneyText(total)}${known}.`];
}
