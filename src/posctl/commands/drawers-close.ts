import { ApiClient } from '../api-client.js';
import { amountAt } from '../amount-option.js';
import { ask } from '../ask.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { moneyText } from '../money-text.js';
import { post } from '../post.js';
import { sessionLines, type ShownSession } from '../session-lines.js';

const NAME = 'drawers close';

export const drawersClose: Command = {
  arguments: ['<session id>'],
  options: {
    counted: { type: 'string', value: '<amount>', help: 'what is in it, such as 214.50; else asked for' },
    keep: {
      type: 'string',
      value: '<amount>',
      help: 'what of it stays in the drawer for the next session; else nothing',
    },
    'dry-run': { type: 'boolean', help: 'check the session and the amounts, close nothing' },
  },
  details: [
    'Nothing is booked from then on, and what the drawer should hold is told only after the count. Any count is accepted; one',
    'that is further off than the policy allows waits for the decision of somebody else.',
  ].join('\n'),
  examples: [
    'posctl drawers close 0197a3c2-7b1e-7000-8000-000000000001',
    'posctl drawers close 0197a3c2-7b1e-7000-8000-000000000001 --counted 214.50 --keep 50.00 --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const path = `/drawer-sessions/${encodeURIComponent(invocation.arguments[0] ?? '')}`;
    const { outletId, status } = await client.json<ShownSession>({ method: 'GET', path });
    const text = textOption(options, 'counted') ?? (await ask(invocation, 'Counted', '--counted'));
    const counted = await amountAt(client, NAME, { outletId, text, said: '--counted' });
    const kept = textOption(options, 'keep');
    const keepAsFloat =
      kept === undefined ? undefined : await amountAt(client, NAME, { outletId, text: kept, said: '--keep' });
    if (flagOption(options, 'dry-run')) {
      printer.result({ dryRun: true, counted, keepAsFloat }, () => [
        `Would be closed with ${moneyText(counted)} counted.`,
      ]);
      return EXIT.done;
    }
    if (status === 'open') await post(client, `${path}/count`);
    const session = await post<ShownSession>(client, `${path}/close`, { counted, keepAsFloat });
    printer.result(session, () => sessionLines(session));
    return EXIT.done;
  } finally {
    client.close();
  }
}
