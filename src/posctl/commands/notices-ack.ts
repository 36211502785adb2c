import { ApiClient } from '../api-client.js';
import { flagOption, textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { post } from '../post.js';

interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly acknowledgedBy: string | null;
}

export const noticesAck: Command = {
  arguments: ['<notice id>'],
  options: {
    note: { type: 'string', value: '<text>', help: 'what was done about it' },
    'dry-run': { type: 'boolean', help: 'say what would be acknowledged, change nothing' },
  },
  details: 'It leaves the list of what is open, and can be opened again with POST /notices/{id}/reopen.',
  examples: [
    'posctl notices ack 0197a3c2-7b1e-7000-8000-000000000001',
    'posctl notices ack 0197a3c2-7b1e-7000-8000-000000000001 --note "called the bank" --json',
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const [id = ''] = invocation.arguments;
  const path = `/notices/${encodeURIComponent(id)}`;
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    if (flagOption(options, 'dry-run')) {
      const { kind } = await client.json<Notice>({ method: 'GET', path });
      printer.result({ dryRun: true, id, kind }, () => [`Notice ${id} (${kind}) would be acknowledged.`]);
      return EXIT.done;
    }
    const notice = await post<Notice>(client, `${path}/acknowledge`, { note: textOption(options, 'note') ?? null });
    printer.result(notice, () => [
      `Notice ${id} (${notice.kind}) is looked after by ${notice.acknowledgedBy ?? 'you'}.`,
    ]);
    return EXIT.done;
  } finally {
    client.close();
  }
}
