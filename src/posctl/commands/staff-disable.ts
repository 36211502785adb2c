import { ApiClient } from '../api-client.js';
import { usageError } from '../arguments.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { confirm } from '../confirm.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { post } from '../post.js';

interface Disabled {
  readonly id: string;
  readonly displayName: string;
}

export const staffDisable: Command = {
  arguments: ['<id>'],
  options: {
    reason: { type: 'string', value: '<text>', help: 'why; kept in the audit' },
    yes: { type: 'boolean', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'show who it would be, change nothing' },
  },
  details: 'Their sessions end within a minute everywhere. People are not deleted; the last owner stays.',
  examples: [
    'posctl staff disable 0197a3c2-7b1e-7000-8000-000000000001 --reason "left the company"',
    'posctl staff disable 0197a3c2-7b1e-7000-8000-000000000001 --reason "season is over" --yes --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const path = `/staff/${encodeURIComponent(invocation.arguments[0] ?? '')}`;
  const reason = textOption(options, 'reason');
  if (reason === undefined) throw usageError('staff disable', '--reason is missing.');
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const person = await client.json<Disabled>({ method: 'GET', path });
    if (flagOption(options, 'dry-run')) {
      printer.result({ dryRun: true, person }, () => [`${person.displayName} would be disabled.`]);
      return EXIT.done;
    }
    await confirm(invocation, `Disable ${person.displayName}?`);
    const disabled = await post<Disabled>(client, `${path}/disable`, { reason });
    printer.result(disabled, () => [`${disabled.displayName} does not work here any more.`]);
    return EXIT.done;
  } finally {
    client.close();
  }
}
