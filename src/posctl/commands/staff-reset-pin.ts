import { createInterface } from 'node:readline';
import { ApiClient } from '../api-client.js';
import { usageError } from '../arguments.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { confirm } from '../confirm.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

interface SetPin {
  readonly personId: string;
  readonly pin: string | null;
}

export const staffResetPin: Command = {
  arguments: ['<id>'],
  options: {
    reason: { type: 'string', value: '<text>', help: 'why; kept in the audit' },
    'pin-stdin': { type: 'boolean', help: 'read the PIN from standard input; else one is made up and shown' },
    yes: { type: 'boolean', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'show whose PIN it would be, change nothing' },
  },
  details:
    'The person has to choose another at the next sign-in. A PIN is never an option: options are seen by everybody.',
  examples: [
    'posctl staff reset-pin 0197a3c2-7b1e-7000-8000-000000000001 --reason forgotten --yes',
    'posctl staff reset-pin 0197a3c2-7b1e-7000-8000-000000000001 --reason "first day" --pin-stdin --yes < pin.txt',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const path = `/staff/${encodeURIComponent(invocation.arguments[0] ?? '')}`;
  const reason = textOption(options, 'reason');
  if (reason === undefined) throw usageError('staff reset-pin', '--reason is missing.');
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const { displayName } = await client.json<{ displayName: string }>({ method: 'GET', path });
    if (flagOption(options, 'dry-run')) {
      printer.result({ dryRun: true, displayName }, () => [`${displayName} would be given another PIN.`]);
      return EXIT.done;
    }
    const pin = flagOption(options, 'pin-stdin') ? await firstLine() : undefined;
    await confirm(invocation, `Give ${displayName} another PIN?`);
    const body = JSON.stringify({ pin, reason, confirm: true });
    const set = await client.json<SetPin>({ method: 'PUT', path: `${path}/pin`, body });
    if (set.pin !== null) printer.note('This is the only time that the PIN is shown.');
    printer.result(set, () => [set.pin ?? `${displayName} has another PIN.`]);
    return EXIT.done;
  } finally {
    client.close();
  }
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) return line.trim();
    return '';
  } finally {
    lines.close();
  }
}
