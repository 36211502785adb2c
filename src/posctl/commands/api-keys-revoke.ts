import { ApiClient, refusedBy } from '../api-client.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { confirm } from '../confirm.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

export const apiKeysRevoke: Command = {
  arguments: ['<key id>'],
  options: {
    reason: { type: 'string', value: '<text>', help: 'why, for the log of revocations' },
    yes: { type: 'boolean', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'say what would be revoked, revoke nothing' },
  },
  details: 'A revoked key stops working within a minute and never works again.',
  examples: [
    'posctl api-keys revoke 0197a3c2-7b1e-7000-8000-000000000001',
    'posctl api-keys revoke 0197a3c2-7b1e-7000-8000-000000000001 --reason "laptop stolen" --yes',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [id = ''] = invocation.arguments;
  const connection = connectionOf(invocation);
  if (flagOption(options, 'dry-run')) {
    printer.result({ dryRun: true, id }, () => [`Key ${id} would be revoked.`]);
    return EXIT.done;
  }
  await confirm(invocation, `Revoke key ${id} for good?`);
  const client = new ApiClient(connection, signal);
  try {
    const reason = textOption(options, 'reason');
    const query = reason === undefined ? '' : `?reason=${encodeURIComponent(reason)}`;
    const answer = await client.request({ method: 'DELETE', path: `/api-keys/${encodeURIComponent(id)}${query}` });
    if (answer.status >= 300) throw refusedBy(answer);
    printer.result({ id, status: 'revoked' }, () => [`Key ${id} is revoked.`]);
    return EXIT.done;
  } finally {
    client.close();
  }
}
