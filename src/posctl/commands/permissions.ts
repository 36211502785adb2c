import { ApiClient } from '../api-client.js';
import { textOption, type Command, type Invocation } from '../command.js';
import { connectionOf } from '../environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

interface PermissionRow {
  readonly permission: string;
  readonly group: string;
  readonly title: string;
  readonly purpose: string;
  readonly roles: readonly string[];
}

export const permissions: Command = {
  arguments: [],
  options: {
    role: { type: 'string', value: '<code>', help: 'only what this role holds' },
    jsonl: { type: 'boolean', help: 'print one JSON object a line' },
  },
  examples: ['posctl permissions', 'posctl permissions --role cashier --jsonl'],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { options, printer, signal } = invocation;
  const role = textOption(options, 'role');
  const client = new ApiClient(connectionOf(invocation), signal);
  try {
    const { data } = await client.json<{ data: readonly PermissionRow[] }>({ method: 'GET', path: '/permissions' });
    printer.list(
      data.filter(({ roles }) => role === undefined || roles.includes(role)),
      [
        { title: 'PERMISSION', value: ({ permission }) => permission },
        { title: 'GROUP', value: ({ group }) => group },
        { title: 'WHAT FOR', value: ({ purpose }) => purpose },
        { title: 'ROLES', value: ({ roles }) => roles.join(', ') },
      ],
    );
    return EXIT.done;
  } finally {
    client.close();
  }
}
