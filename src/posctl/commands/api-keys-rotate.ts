import { ApiClient } from '../api-client.js';
import { flagOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { post } from '../post.js';

interface KnownKey {
  readonly id: string;
  readonly name: string;
}

export const apiKeysRotate: Command = {
  arguments: ['<key id>'],
  options: { 'dry-run': { type: 'boolean', help: 'say what would be rotated, change nothing' } },
  details: 'The successor may do the same. The old key goes on working for a day, or as long as the business has set.',
  examples: [
    'posctl api-keys rotate 0197a3c2-7b1e-7000-8000-000000000001',
    'posctl api-keys rotate 0197a3c2-7b1e-7000-8000-000000000001 --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [id = ''] = invocation.arguments;
  const path = `/api-keys/${encodeURIComponent(id)}`;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    if (flagOption(options, 'dry-run')) {
      const { name } = await client.json<KnownKey>({ method: 'GET', path });
      printer.result({ dryRun: true, id, name }, () => [`Key ${id} (${name}) would get a successor.`]);
      return EXIT.done;
    }
    const issued = await post<KnownKey & { readonly key: string }>(client, `${path}/rotate`);
    printer.note('This is the only time that the key is shown.');
    printer.result(issued, () => [issued.key]);
    return EXIT.done;
  } finally {
    client.close();
  }
}
