import { ApiClient } from './api-client.js';
import { flagOption, textOption, type Command, type Invocation, type OptionSpec } from './command.js';
import { confirm } from './confirm.js';
import { connectionOf } from './environment.js';
import { CommandError, EXIT, type ExitCode } from './exit-codes.js';
import { post } from './post.js';

interface Device {
  readonly id: string;
  readonly name: string;
  readonly status: string;
}

type Verb = 'lock' | 'unlock' | 'unlink';

const ID = '0197a3c2-7b1e-7000-8000-000000000001';
const ENDS: Readonly<Record<string, OptionSpec>> = {
  force: { type: 'boolean', help: 'although entries wait on the device: they are lost' },
  yes: { type: 'boolean', help: 'do not ask' },
};

/** Makes the command that locks a device from afar, lets it work again, or ends its link. */
export function holdDevice(verb: Verb, details: string): Command {
  return {
    arguments: ['<device id>'],
    options: {
      reason: { type: 'string', value: '<text>', help: 'why; kept, and told to the device' },
      ...(verb === 'unlink' && ENDS),
      'dry-run': { type: 'boolean', help: 'show the device, change nothing' },
    },
    details,
    examples: [
      `posctl devices ${verb} ${ID} --reason "lost on the ferry"${verb === 'unlink' ? ' --yes' : ''}`,
      `posctl devices ${verb} ${ID} --reason "lost on the ferry" --dry-run`,
    ],
    run: (invocation) => run(invocation, verb),
  };
}

async function run(invocation: Invocation, verb: Verb): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const reason = textOption(options, 'reason');
  if (reason === undefined) throw new CommandError(EXIT.usage, 'Somebody will ask why: give --reason.');
  const path = `/devices/${encodeURIComponent(invocation.arguments[0] ?? '')}`;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const device = await client.json<Device>({ method: 'GET', path });
    if (flagOption(options, 'dry-run')) {
      printer.result({ dryRun: true, device }, () => [lineOf(device)]);
      return EXIT.done;
    }
    if (verb === 'unlink') await confirm(invocation, `Unlink "${device.name}" for good?`);
    const body = { reason, ...(verb === 'unlink' && { force: flagOption(options, 'force') }) };
    const held = await post<Device>(client, `${path}/${verb}`, body);
    printer.result(held, () => [lineOf(held)]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

function lineOf({ id, name, status }: Device): string {
  return `Device ${id} ("${name}") is ${status}.`;
}
