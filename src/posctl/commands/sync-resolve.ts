import { ApiClient } from '../api-client.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { CommandError, EXIT, type ExitCode } from '../exit-codes.js';
import { post } from '../post.js';

interface Conflict {
  readonly id: string;
  readonly cause: string;
  readonly choice: string;
  readonly status: string;
}

export const syncResolve: Command = {
  arguments: ['<conflict id>'],
  options: {
    choice: { type: 'string', value: '<choice>', help: 'keep, undone or corrected' },
    note: { type: 'string', value: '<text>', help: 'a word on it; kept with the conflict' },
    'dry-run': { type: 'boolean', help: 'show the conflict, decide nothing' },
  },
  details: 'Takes note of a decision; what is to be undone or corrected is done with the commands for that.',
  examples: [
    'posctl sync resolve 0197a3c2-7b1e-7000-8000-000000000001 --choice keep',
    'posctl sync resolve 0197a3c2-7b1e-7000-8000-000000000001 --choice undone --note "refunded" --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const choice = textOption(options, 'choice');
  if (choice === undefined)
    throw new CommandError(EXIT.usage, 'Say what was decided: --choice keep, undone or corrected.');
  const path = `/sync/conflicts/${encodeURIComponent(invocation.arguments[0] ?? '')}`;
  const isDry = flagOption(options, 'dry-run');
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const note = textOption(options, 'note');
    const conflict = isDry
      ? await client.json<Conflict>({ method: 'GET', path })
      : await post<Conflict>(client, `${path}/resolve`, { choice, ...(note !== undefined && { note }) });
    printer.result(isDry ? { dryRun: true, conflict } : conflict, () => [
      `Conflict ${conflict.id} (${conflict.cause}) is ${conflict.status}: ${conflict.choice}.`,
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}
