import { ApiClient } from '../api-client.js';
import { flagOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { post } from '../post.js';

interface Sent {
  readonly id: string;
  readonly status: string;
}

export const devicesMessage: Command = {
  arguments: ['<device id>', '<text>'],
  options: { 'dry-run': { type: 'boolean', help: 'say what would be sent, send nothing' } },
  details: 'The device shows it with its next sign of life, or at once where it listens to its stream.',
  examples: [
    'posctl devices message 0197a3c2-7b1e-7000-8000-000000000001 "Last orders"',
    'posctl devices message 0197a3c2-7b1e-7000-8000-000000000001 "Last orders" --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [id = '', text = ''] = invocation.arguments;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    if (flagOption(options, 'dry-run')) {
      printer.result({ dryRun: true, id, text }, () => [`Device ${id} would show: ${text}`]);
      return EXIT.done;
    }
    const sent = await post<Sent>(client, `/devices/${encodeURIComponent(id)}/messages`, { text });
    printer.result(sent, () => [`Sent to device ${id}.`]);
    return EXIT.done;
  } finally {
    client.close();
  }
}
