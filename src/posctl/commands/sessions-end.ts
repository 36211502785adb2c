import { ApiClient } from '../api-client.js';
import { usageError } from '../arguments.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { confirm } from '../confirm.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { post } from '../post.js';

const MEANT = ['person', 'device'] as const;

export const sessionsEnd: Command = {
  arguments: ['<person or device>', '<id>'],
  options: {
    reason: { type: 'string', value: '<text>', help: 'why; kept in the audit' },
    yes: { type: 'boolean', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'say whose sessions would end, end none' },
  },
  details: 'Ends all sessions of a person or on a device; their tokens stop working within a minute everywhere.',
  examples: [
    'posctl sessions end person 0197a3c2-7b1e-7000-8000-000000000001 --reason "left the company"',
    'posctl sessions end device 0197a3c2-7b1e-7000-8000-000000000002 --reason "tablet lost" --yes',
  ],
  run,
};

interface Ended {
  readonly data: readonly { readonly id: string; readonly actor: string }[];
}

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [kind = '', id = ''] = invocation.arguments;
  if (!MEANT.some((known) => known === kind))
    throw usageError('sessions end', `"${kind}" is none of person and device.`);
  const reason = textOption(options, 'reason');
  if (reason === undefined) throw usageError('sessions end', '--reason is missing.');
  const connection = connectionOf(invocation);
  if (flagOption(options, 'dry-run')) {
    printer.result({ dryRun: true, [`${kind}Id`]: id }, () => [`All sessions of ${kind} ${id} would end.`]);
    return EXIT.done;
  }
  await confirm(invocation, `End all sessions of ${kind} ${id}?`);
  const client = new ApiClient(connection, signal);
  try {
    const ended = await post<Ended>(client, '/sessions/end', { [`${kind}Id`]: id, reason });
    printer.result(ended, () => [
      ...ended.data.map((session) => `Session ${session.id} of ${session.actor} has ended.`),
      `${kind} ${id}: ${ended.data.length} ended.`,
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}
