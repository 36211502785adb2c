import { ApiClient } from '../api-client.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, type ExitCode } from '../exit-codes.js';
import { post } from '../post.js';

interface Licence {
  readonly status: string;
}

export const licenceRevoke: Command = {
  arguments: ['<business>'],
  options: {
    reason: { type: 'string', value: '<text>', help: 'why; the business and the audit read it' },
    'dry-run': { type: 'boolean', help: 'say what would be revoked, change nothing' },
  },
  details: 'Devices lock at their next contact. POST …/licence/restore puts it in force again.',
  examples: [
    'posctl licence revoke acme --reason "stolen tills" --dry-run',
    'posctl licence revoke acme --reason "stolen tills"',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [business = ''] = invocation.arguments;
  const reason = textOption(options, 'reason');
  if (reason === undefined) throw new CommandError(EXIT.usage, 'A reason is needed.', 'Give it with --reason "why".');
  const path = `/v1/platform/businesses/${encodeURIComponent(business)}/licence`;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    if (flagOption(options, 'dry-run')) {
      const { status } = await client.json<Licence>({ method: 'GET', path });
      printer.result({ dryRun: true, business, status }, () => [
        `The licence of ${business} (${status}) would be revoked.`,
      ]);
      return EXIT.done;
    }
    const licence = await post<Licence>(client, `${path}/revoke`, { reason });
    printer.result(licence, () => [`The licence of ${business} is ${licence.status}.`]);
    return EXIT.done;
  } finally {
    client.close();
  }
}
